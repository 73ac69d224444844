import type { Lesson } from "../course.ts";
import { Refusal } from "../refusal.ts";

/**
 * The lessons that `--lessons 1-5,7` means, in the order of the course.
 * Throws a `Refusal` for what is no list of numbers, and for a lesson that the
 * course does not have.
 */
export function selectLessons(
  list: string,
  lessons: readonly Lesson[],
): Lesson[] {
  const numbers = new Set<number>();
  for (const part of list.split(",")) {
    const range = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
    if (range === null) throw noList(list);
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (first > last) throw noList(list);
    // A number of a million digits is no reason to count to it.
    for (let n = first; n <= Math.min(last, first + lessons.length); n++) {
      if (!lessons.some(({ number }) => number === n)) {
        throw noLesson(n, lessons);
      }
      numbers.add(n);
    }
  }
  return lessons.filter(({ number }) => numbers.has(number));
}

function noList(list: string): Refusal {
  return new Refusal({
    en: `--lessons takes numbers and ranges such as 1-5,7, and not "${list}"`,
    ko:
      `--lessons 뒤에는 1-5,7처럼 번호와 범위를 씁니다. 지금 값은 "${list}"입니다`,
  });
}

function noLesson(wanted: number, lessons: readonly Lesson[]): Refusal {
  const all = lessons.map(({ number }) => number).join(", ");
  return new Refusal({
    en: `There is no lesson ${wanted}. The lessons are: ${all}`,
    ko: `${wanted}과는 없습니다. 있는 과: ${all}`,
  });
}
