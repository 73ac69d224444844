import { tested } from "../../version.ts";
import { classroom50File } from "./classroom50.ts";

/**
 * The text of the `autograder.py` that Classroom 50 starts for a submission,
 * in the student's checkout; it must be Python, and it must leave a
 * `result.json` there. An exit code other than 0 tells the platform that
 * marking failed, and no mark comes of it. `options` go to `deno task grade`.
 *
 * It belongs into CLASSROOM/autograders/ASSIGNMENT/ of the classroom's
 * repository, and beside it, in the folder `socketlings`, the parts of the
 * course that marking needs. Classroom 50 publishes that folder on the web and
 * takes 10 MB of it: leave out `.git`, and `solutions` and
 * `tests/wrong_answers` if students are not to read them.
 *
 * From the facts of "Advanced Autograding" in the wiki of
 * github.com/foundation50/classroom50, and of its runner.py.
 */
export function classroom50Autograder(options: readonly string[] = []): string {
  return `#!/usr/bin/env python3
"""Marks a submission with the course that lies beside this file."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

course = pathlib.Path(__file__).resolve().parent / "socketlings"
deno = shutil.which("deno")
# Every runner of GitHub's brings Node.js along.
command = [deno] if deno else [shutil.which("npx"), "-y", "deno@${tested}"]
if command[0] is None:
    sys.exit("Neither deno nor npx is installed: set \\"node\\" in the runtime.")

with tempfile.TemporaryDirectory() as work:
    marked = pathlib.Path(work) / "marked"
    code = subprocess.run(
        command
        + ["task", "grade", os.getcwd(), "--single", "--format", "classroom50"]
        + ${JSON.stringify(options)}
        + ["--out", str(marked)],
        cwd=course,
    ).returncode
    results = list(marked.glob("students/*/${classroom50File}"))
    if len(results) != 1:
        sys.exit(f"Marking ended with exit code {code} and left no result.")
    # What the student put there under that name is no result, nor a link to follow.
    target = pathlib.Path("${classroom50File}")
    if target.is_symlink() or target.is_file():
        target.unlink()
    shutil.copyfile(results[0], target)
`;
}
