/** A system whose only address of loopback is 127.0.0.1, and without IPv6. */
import "./no_ipv6.ts";
import { removeAddress } from "./addresses.ts";

removeAddress((hostname) => hostname === "127.0.0.2");
