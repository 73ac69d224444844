import { denoFinding } from "./deno_finding.ts";
import { filesFinding } from "./files_finding.ts";
import type { Finding } from "./finding.ts";
import { networkFindings } from "./network_findings.ts";
import type { Probed } from "./probed.ts";
import { toolFindings } from "./tool_findings.ts";

/**
 * What is to be said of a machine, in the order in which it matters. What to
 * do about several things is said once.
 */
export function findings(probed: Probed): Finding[] {
  const found = [
    denoFinding(probed.deno),
    ...networkFindings(probed),
    ...toolFindings(probed),
    filesFinding(probed),
  ];
  const said = new Set<unknown>();
  return found.map((finding) => {
    const { todo, ...rest } = finding;
    if (said.has(todo)) return rest;
    said.add(todo);
    return finding;
  });
}

/** True of a machine on which every lesson can be done. */
export function isUsable(found: readonly Finding[]): boolean {
  return found.every(({ state }) => state !== "problem");
}
