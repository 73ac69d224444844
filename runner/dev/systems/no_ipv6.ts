/** A container or a machine without IPv6. */
import { removeAddress } from "./addresses.ts";

removeAddress((hostname) => hostname.includes(":"));
