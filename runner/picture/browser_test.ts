import assert from "node:assert/strict";
import { browser, opened } from "../fixtures/browser.ts";
import { load, recorded } from "./fixtures/recorded.ts";
import { textsOf } from "./fixtures/snapshots.ts";

const hang = textsOf(load(recorded.find(({ shows }) => shows === "hang")!));

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

Deno.test("a picture in a file needs nothing from anywhere else", () => {
  const text = hang[".svg"];
  const addresses = text.match(/(?:src|href|url)\s*[=(]\s*["']?[^"'\s)>]+/g);
  assert.deepEqual(addresses, null);
  const names = text.match(/https?:\/\/[^"\s<]+/g) ?? [];
  assert.deepEqual([...new Set(names)], ["http://www.w3.org/2000/svg"]);
});
