import { dirname } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import { Refusal } from "../refusal.ts";
import { loadPage } from "../screen/page.ts";
import type { Look } from "../screen/verdict.ts";
import { print } from "../screen/terminal.ts";
import type { Verdict } from "../run/verdict.ts";
import { fromWorkingFolder } from "../environment.ts";
import type { DrawnCheck, Sources } from "./html.ts";
import { drawHtml } from "./html.ts";
import { layout } from "./layout.ts";
import { drawSvg } from "./svg.ts";
import { moduleUrl } from "../module_url.ts";

/** What goes into a picture in a file. */
const size = { ends: 6, rows: 200 };

/**
 * Writes the pictures into the file that the person named. This is why the
 * task may write anywhere: it writes there and nowhere else. Throws a
 * `Refusal` if that cannot be done.
 */
export function writePicture(
  verdict: Verdict,
  file: string,
  look: Look,
): void {
  const path = fromWorkingFolder(file);
  const checks = verdict.checks.flatMap((outcome): DrawnCheck[] => {
    const picture = layout(outcome, size);
    return picture === undefined ? [] : [{ outcome, picture }];
  });
  const { language } = look;
  const title = loadPage(verdict.lesson, language).title;
  const pictures = checks.map(({ picture }) => picture);
  const text = /\.svg$/i.test(path)
    ? drawSvg(title, pictures, language)
    : drawHtml(title, checks, sourcesOf(verdict), language);
  try {
    Deno.writeTextFileSync(path, text);
  } catch (error) {
    throw cannotWrite(path, error instanceof Error ? error.message : "");
  }
  const written: Text = {
    en: `The picture is in ${path}`,
    ko: `그림을 저장했습니다: ${path}`,
  };
  print(["", written[language]]);
}

/** The files of the exercise that the calls come from. */
function sourcesOf({ lesson, checks }: Verdict): Sources {
  const folder = moduleUrl(dirname(pathsOf(lesson).exercise));
  const urls = new Set(
    checks.flatMap(({ wire }) => wire?.events ?? [])
      .map(({ place }) => place?.url ?? "")
      .filter((url) => url.startsWith(`${folder}/`)),
  );
  const lines = (url: string) => {
    try {
      return Deno.readTextFileSync(new URL(url)).split("\n");
    } catch {
      return [];
    }
  };
  return new Map([...urls].map((url) => [url, lines(url)]));
}

function cannotWrite(path: string, reason: string): Refusal {
  return new Refusal({
    en: `The picture cannot be written to ${path}: ${reason}`,
    ko: `그림을 ${path}에 쓸 수 없습니다: ${reason}`,
  });
}
