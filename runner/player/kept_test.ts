import assert from "node:assert/strict";
import { join } from "node:path";
import type { Recording } from "../../tests/support/log/recording.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { browser } from "../fixtures/browser.ts";
import { inChrome } from "../fixtures/chrome.ts";
import type { OpenPage } from "../fixtures/chrome.ts";
import { moduleUrl } from "../module_url.ts";
import { load, recorded } from "../picture/fixtures/recorded.ts";
import { clients } from "../picture/fixtures/made.ts";
import { keptPage } from "./kept.ts";
import { playedLesson } from "./play.ts";

const nasty = `<script>document.title = "run"</script><b>&amp;`;

/** A kept recording as an outcome whose words are in all languages. */
function outcomeOf(shows: string): Outcome<Text> {
  const outcome = load(recorded.find((one) => one.shows === shows)!);
  const { name, told, ...rest } = outcome;
  const both = (words: string): Text => ({ en: words, ko: `한 ${words}` });
  return {
    ...rest,
    name: both(name),
    printed: nasty,
    told: { expected: both(told?.expected ?? nasty), came: both(nasty) },
  };
}

function pageOf(...checks: Outcome<Text>[]): string {
  const lesson = { number: 3, name: "connect", folder: "03_connect" };
  return keptPage(
    playedLesson(
      { lesson, state: "failed", checks },
      { en: "A lesson", ko: "과" },
      () => Array.from({ length: 40 }, (_, i) => `line ${i + 1} ${nasty}`),
    ),
    "en",
  );
}

/** A test with a kept page that is open in a browser. */
function keptTest(
  name: string,
  text: () => string,
  use: (page: OpenPage) => Promise<void>,
): void {
  Deno.test({
    name: `keptPage() ${name}`,
    ignore: browser === undefined,
    async fn() {
      const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
      const file = join(folder, "out.html");
      Deno.writeTextFileSync(file, text());
      await inChrome(async (page) => {
        await page.go(moduleUrl(file));
        await use(page);
        assert.deepEqual(page.errors, []);
        assert.deepEqual(page.asked, [moduleUrl(file)]);
      });
      Deno.removeSync(folder, { recursive: true });
    },
  });
}

const place = `document.querySelector(".place").textContent`;

keptTest(
  "opens a hang where it begins, and steps by keys",
  () => pageOf(outcomeOf("hang"), outcomeOf("connection")),
  async (page) => {
    const text = (selector: string) =>
      page.see<string>(`document.querySelector("${selector}").textContent`);
    assert.match(
      await text(".now"),
      /begins to wait, and nothing ever ends it/,
    );
    assert.match(await text(".card[aria-current]"), /waits in/);
    assert.match(await text(".code [aria-current]"), /^line \d+/);
    await page.press("Home");
    assert.match(await page.see(place), /^0 \//);
    assert.match(await text(".now"), /Nothing has happened yet/);
    await page.press("ArrowRight");
    await page.press("ArrowRight");
    await page.press("ArrowLeft");
    assert.match(await page.see(place), /^1 \//);
    await page.press("End");
    assert.match(await page.see(place), /^(\d+) \/ \1$/);
    await page.see(`document.getElementById("ko").click()`);
    assert.match(await text(".answers"), /기대/);
    assert.match(await text(".kernel h4"), /커널/);
  },
);

keptTest(
  "keeps a student's markup as text",
  () => pageOf(outcomeOf("wrong_bytes")),
  async (page) => {
    assert.equal(await page.see("document.title"), "socketlings");
    assert.equal(
      await page.see(`document.querySelectorAll("b").length > 0 &&
      [...document.querySelectorAll(".answers b, .card b")].length ===
      document.querySelectorAll("b").length`),
      true,
    );
    assert.match(
      await page.see(`document.querySelector(".answers pre").textContent`),
      /^<script>/,
    );
  },
);

keptTest(
  "folds a hundred clients and thousands of steps",
  () => {
    const wire: Recording = clients(400);
    return pageOf({ ...outcomeOf("hang"), wire });
  },
  async (page) => {
    assert.ok(await page.see(`Number(${place}.split("/")[1]) > 2500`));
    await page.press("End");
    assert.ok(
      await page.see(`document.querySelectorAll(".card").length < 40 &&
        document.querySelectorAll(".steps li").length <= 120`),
    );
    await page.see(`(() => {
      const field = document.querySelector("input[type=search]");
      field.value = "listen()";
      field.dispatchEvent(new Event("input"));
    })()`);
    assert.ok(
      await page.see(`[...document.querySelectorAll(".steps li")].every(
        (row) => /listen/.test(row.textContent))`),
    );
  },
);

keptTest(
  "is whole on a phone, in dark and in light",
  () => pageOf(outcomeOf("serial_server")),
  async (page) => {
    for (const scheme of ["light", "dark"] as const) {
      for (const width of [360, 1280]) {
        await page.look(width, scheme);
        assert.equal(
          await page.see("document.documentElement.scrollWidth <= innerWidth"),
          true,
          `${scheme} ${width}`,
        );
      }
    }
  },
);
