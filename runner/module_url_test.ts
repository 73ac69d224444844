import assert from "node:assert/strict";
import { join } from "node:path";
import { moduleUrl } from "./module_url.ts";

const letters = "~[]|^?*#%&,' \"<>`{}!$()+;=@:\\\t한é\u{1f995}";

Deno.test({
  name: "moduleUrl() spells every letter as Deno does in import.meta.url",
  ignore: Deno.build.os === "windows",
  fn() {
    const base = Deno.makeTempDirSync();
    try {
      // In one folder each, so that the names of all can be told apart.
      const paths = [...letters].map((letter, i) =>
        join(base, `${i}${letter}x`, "m.ts")
      );
      for (const path of paths) {
        Deno.mkdirSync(join(path, ".."));
        Deno.writeTextFileSync(path, "export default import.meta.url;");
      }
      const program = join(base, "main.ts");
      const imports = paths.map((path, i) =>
        `import u${i} from ${JSON.stringify(moduleUrl(path))};`
      );
      const all = paths.map((_, i) => `u${i}`).join();
      Deno.writeTextFileSync(
        program,
        `${imports.join("\n")}console.log(JSON.stringify([${all}]));`,
      );
      const { stdout } = new Deno.Command(Deno.execPath(), {
        args: ["run", "--no-config", program],
      }).outputSync();
      const urls = JSON.parse(new TextDecoder().decode(stdout));
      assert.deepEqual(urls, paths.map((path) => moduleUrl(path)));
      // Each as a main module, which Deno makes of a path by itself.
      for (const path of paths.filter((path) => /[~[\]|^?*%]/.test(path))) {
        Deno.writeTextFileSync(path, "console.log(import.meta.url);");
        const { stdout } = new Deno.Command(Deno.execPath(), {
          args: ["run", "--no-config", path],
        }).outputSync();
        const url = new TextDecoder().decode(stdout).trimEnd();
        assert.equal(url, moduleUrl(path));
      }
    } finally {
      Deno.removeSync(base, { recursive: true });
    }
  },
});

Deno.test("moduleUrl() knows each way to write a path of Windows", () => {
  for (
    const [path, url] of [
      ["C:\\course\\a.ts", "file:///C:/course/a.ts"],
      ["c:\\course\\a.ts", "file:///c:/course/a.ts"],
      ["\\\\?\\C:\\course\\a.ts", "file:///C:/course/a.ts"],
      ["\\\\?\\UNC\\nas\\home\\a.ts", "file://nas/home/a.ts"],
      ["\\\\nas\\home\\[1] a.ts", "file://nas/home/[1]%20a.ts"],
      ["C:/course/100%.ts", "file:///C:/course/100%25.ts"],
    ]
  ) assert.equal(moduleUrl(path, true), url);
});
