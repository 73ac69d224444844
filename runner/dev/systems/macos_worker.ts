import "./macos.ts";
import "../../../tests/support/program/worker.ts";
