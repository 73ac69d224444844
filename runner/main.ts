/**
 * The outermost part of `deno task lesson`: it makes sure that this Deno can
 * run the rest, and only then loads it. So this file, and it alone, must be
 * understood by every older Deno.
 *
 * @module
 */
import { isOlder, oldest } from "./version.ts";

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

const { lessonCommand } = await import("./lesson_command.ts");
Deno.exit(await lessonCommand(Deno.args));
