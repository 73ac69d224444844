/**
 * Renews what the pictures are tested with, after a change that is wanted:
 *
 * ```sh
 * deno run -A runner/picture/renew_snapshots.ts            # the texts
 * deno run -A runner/picture/renew_snapshots.ts --record   # and the recordings
 * ```
 *
 * Look at the difference before you keep it.
 *
 * @module
 */
import { load, pathOf, record, recorded } from "./recorded.ts";
import { textsOf } from "./snapshots.ts";

for (const one of recorded) {
  if (Deno.args.includes("--record")) {
    const text = JSON.stringify(await record(one), undefined, 1);
    Deno.writeTextFileSync(pathOf(one), text + "\n");
  }
  for (const [suffix, text] of Object.entries(textsOf(load(one)))) {
    Deno.writeTextFileSync(pathOf(one, suffix), text);
  }
  console.log(one.shows);
}
