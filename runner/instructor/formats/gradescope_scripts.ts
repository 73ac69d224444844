import { tested } from "../../version.ts";
import { gradescopeFailure, gradescopeFile } from "./gradescope.ts";

/**
 * The two files that Gradescope's autograder zip has at its root, beside the
 * files of the instructor's course (not in a folder of their own).
 */
export interface GradescopeScripts {
  "setup.sh": string;
  run_autograder: string;
}

/**
 * The texts of these files. `options` go to `deno task grade` as they are, for
 * example `["--lessons", "3", "--lang", "ko"]`.
 *
 * The zip is unpacked into /autograder/source of an Ubuntu image, where
 * setup.sh runs once as root with a network. run_autograder runs for every
 * submission; whatever becomes of it, there is a results.json at the end.
 */
export function gradescopeScripts(
  options: readonly string[] = [],
): GradescopeScripts {
  return { "setup.sh": setup, run_autograder: runAutograder(options) };
}

const setup = `#!/usr/bin/env bash
# Installs Deno ${tested}. Gradescope runs this once, when it builds the image.
set -euo pipefail

apt-get update
apt-get install -y --no-install-recommends ca-certificates curl unzip

case "$(uname -m)" in
  x86_64) target=x86_64-unknown-linux-gnu ;;
  aarch64) target=aarch64-unknown-linux-gnu ;;
  *) echo "There is no Deno for $(uname -m)." >&2; exit 1 ;;
esac
archive=$(mktemp)
curl -fsSL --retry 3 -o "$archive" \\
  "https://github.com/denoland/deno/releases/download/v${tested}/deno-$target.zip"
unzip -oq "$archive" -d /usr/local/bin
rm "$archive"
deno --version
`;

function runAutograder(options: readonly string[]): string {
  const failure = JSON.stringify(gradescopeFailure(), undefined, 2);
  const more = options.map((option) => ` ${quoted(option)}`).join("");
  return `#!/usr/bin/env bash
# Marks one submission, and always leaves a results.json.
set -u

results=/autograder/results/results.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p /autograder/results
rm -f "$results"

cd /autograder/source && deno task grade /autograder/submission --single --format gradescope${more} --out "$work/marked"
code=$?

# One student, so one file. Only instructors see what is printed here.
if ! cp "$work"/marked/students/*/${gradescopeFile} "$results"; then
  echo "Marking ended with exit code $code and left no ${gradescopeFile}." >&2
  cat > "$results" <<'END_OF_RESULTS'
${failure}
END_OF_RESULTS
fi
`;
}

/** A word of a POSIX shell that means just this text. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
