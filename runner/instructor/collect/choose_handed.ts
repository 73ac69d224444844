import { Refusal } from "../refusal.ts";
import type { Handed } from "./found.ts";
import { listed, shown } from "./remarks.ts";

/**
 * The submission that `--only` means: the one of that name, or the only one
 * whose name has `wanted` in it, whatever its capital letters.
 *
 * Throws a `Refusal` that lists the candidates.
 */
export function chooseHanded(
  handed: readonly Handed[],
  wanted: string,
): Handed[] {
  const name = folded(wanted);
  const exact = handed.filter(({ student }) => folded(student) === name);
  if (exact.length === 1) return exact;
  const some = handed.filter(({ student }) => folded(student).includes(name));
  if (some.length === 1 && name !== "") return some;
  const one = some.length === 0;
  const names = (one ? handed : some).map(({ student }) => student);
  const list = listed(names);
  throw new Refusal(
    one
      ? {
        en: `No submission has "${
          shown(wanted)
        }" in its name. There are: ${list.en}`,
        ko: `이름에 "${
          shown(wanted)
        }" 문자열이 들어 있는 제출물이 없습니다. 있는 제출물: ${list.ko}`,
      }
      : {
        en: `--only "${
          shown(wanted)
        }" fits ${some.length} submissions; write more of the name: ${list.en}`,
        ko: `이름에 "${
          shown(wanted)
        }" 문자열이 들어 있는 제출물이 ${some.length}개입니다. 이름을 더 길게 쓰십시오: ${list.ko}`,
      },
  );
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
