import "./windows.ts";
import "../../../tests/support/program/worker.ts";
