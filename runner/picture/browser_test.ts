import assert from "node:assert/strict";
import { browser, opened } from "../fixtures/browser.ts";
import { load, recorded } from "./fixtures/recorded.ts";
import { textsOf } from "./fixtures/snapshots.ts";

const hang = textsOf(load(recorded.find(({ shows }) => shows === "hang")!));

/** Says in the title what went wrong, before the page's own script runs. */
const watching = `<script>
addEventListener("error", ({ message }) => document.title = message);
</script>`;

/** Clicks the first row, then asks a row from the keyboard. */
const clicking = `<script>
const rows = document.querySelectorAll("[data-details]");
rows[1].dispatchEvent(new MouseEvent("click", { bubbles: true }));
document.body.dataset.clicked = document.getElementById("shown").innerText;
const key = (key) =>
  rows[2].dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
key("Enter");
document.body.dataset.entered = document.getElementById("shown").innerText;
key("Escape");
document.body.dataset.hidden = document.getElementById("details").hidden;
document.body.dataset.boxes = [...document.querySelectorAll("svg text")]
  .every((text) => text.getBBox().width > 0);
</script>`;

Deno.test({
  name: "drawHtml() makes a page that tells its rows in a real browser",
  ignore: browser === undefined,
  async fn() {
    const page = hang[".html"].replace("<title>", `${watching}<title>`)
      .replace("</body>", `${clicking}</body>`);
    const { dom } = await opened("page.html", page);
    assert.match(dom, /<title>Lesson<\/title>/);
    const said = (name: string) =>
      new RegExp(`data-${name}="([^"]*)"`).exec(dom)?.[1] ?? "";
    assert.match(said("clicked"), /내 코드[^]*connect\(\)/);
    assert.match(said("entered"), /write\(\)[^]*send\(\)[^]*0000 {2}70 72 69/);
    assert.equal(said("hidden"), "true");
    assert.equal(said("boxes"), "true");
  },
});

Deno.test({
  name: "drawSvg() makes an SVG that a real browser shows whole",
  ignore: browser === undefined,
  async fn() {
    const measure = `<script>
const root = document.documentElement;
const { width, height } = root.viewBox.baseVal;
const outside = [...document.querySelectorAll("text")].filter((text) => {
  const box = text.getBoundingClientRect();
  return box.left &lt; 0 || box.right > width || box.bottom > height;
});
root.setAttribute("data-outside", outside.length);
root.setAttribute("data-texts", document.querySelectorAll("text").length);
</script></svg>`;
    const { dom } = await opened(
      "picture.svg",
      hang[".svg"].replace("</svg>", measure),
    );
    assert.match(dom, /data-outside="0"/);
    assert.ok(Number(/data-texts="(\d+)"/.exec(dom)?.[1]) > 10);
  },
});

Deno.test("pictures in files need nothing from anywhere else", () => {
  for (const text of [hang[".html"], hang[".svg"]]) {
    const addresses = text.match(/(?:src|href|url)\s*[=(]\s*["']?[^"'\s)>]+/g);
    assert.deepEqual(addresses, null);
    const names = text.match(/https?:\/\/[^"\s<]+/g) ?? [];
    assert.deepEqual([...new Set(names)], ["http://www.w3.org/2000/svg"]);
  }
});
