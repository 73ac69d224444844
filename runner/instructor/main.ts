/**
 * The outermost part of the instructor's tasks: it makes sure that this Deno
 * can run the rest, and only then loads it. So this file, and it alone, must be
 * understood by every older Deno.
 *
 * @module
 */
import { isOlder, oldest } from "../version.ts";

if (isOlder(Deno.version.deno, oldest)) {
  console.error(
    `This course needs Deno ${oldest} or newer, and this is Deno ` +
      `${Deno.version.deno}: run \`deno upgrade\`, or put ` +
      "`npx -y deno@2.9.6` in the place of `deno`.\n" +
      `이 과정에는 Deno ${oldest} 이상이 필요하지만 지금은 Deno ` +
      `${Deno.version.deno}입니다. \`deno upgrade\`를 실행하거나 \`deno\` 대신 ` +
      "`npx -y deno@2.9.6`을 쓰십시오.",
  );
  Deno.exit(2);
}

const [command, ...args] = Deno.args;
if (command === "distribute") {
  const { distributeCommand } = await import("./distribute_command.ts");
  Deno.exit(await distributeCommand(args));
}
if (command === "grade") {
  const { gradeCommand } = await import("./grade_command.ts");
  Deno.exit(await gradeCommand(args));
}
console.error(
  "This program is started as `deno task distribute` or `deno task grade`.\n" +
    "이 프로그램은 `deno task distribute`나 `deno task grade`로 시작합니다.",
);
Deno.exit(2);
