import { allowedModules } from "./allowed_modules.ts";
import type { Refused } from "./imports.ts";
import type { Text } from "../text.ts";

const modules = allowedModules.map((name) => `node:${name}`).join(", ");

/** Why an import is not allowed, and what to do instead. */
export function whyRefused(
  { kind, specifier }: Pick<Refused, "kind" | "specifier">,
): { why: Text; look: Text } {
  switch (kind) {
    case "module":
      return {
        why: {
          en:
            "The checks do not allow this module: they watch Deno.connect, Deno.listen and Deno.listenDatagram, and see nothing that is made in another way.",
          ko:
            "검사에서는 이 모듈을 쓸 수 없습니다. 검사는 Deno.connect, Deno.listen, Deno.listenDatagram을 지켜보며, 다른 방법으로 만든 것은 보지 못합니다.",
        },
        look: {
          en: `The page of the lesson names the calls. Allowed are ${modules}.`,
          ko:
            `과의 설명에 쓸 호출이 나와 있습니다. 쓸 수 있는 모듈은 다음과 같습니다: ${modules}.`,
        },
      };
    case "prefix":
      return {
        why: {
          en: "In Deno the modules of Node.js are called by `node:`.",
          ko: "Deno에서는 Node.js의 모듈 이름 앞에 `node:`를 붙입니다.",
        },
        look: {
          en: `Write "node:${specifier}".`,
          ko: `"node:${specifier}"로 쓰십시오.`,
        },
      };
    case "remote":
      return {
        why: {
          en:
            "The checks load nothing from the internet and no package (npm:, jsr:, https:).",
          ko:
            "검사에서는 인터넷의 모듈이나 패키지(npm:, jsr:, https:)를 불러오지 않습니다.",
        },
        look: standAlone,
      };
    case "package":
      return {
        why: {
          en:
            "That is the name of a package, and the checks have none. The name of a file of your own begins with `./`.",
          ko:
            "이것은 패키지의 이름이며, 검사에는 패키지가 없습니다. 직접 만든 파일의 이름은 `./`로 시작합니다.",
        },
        look: standAlone,
      };
    case "elsewhere":
      return {
        why: {
          en:
            "Each exercise stands alone: it is checked and handed in without the other lessons and without files outside of its folder.",
          ko:
            "연습 문제는 저마다 따로 검사하고 제출합니다. 다른 과의 파일이나 폴더 밖의 파일은 쓸 수 없습니다.",
        },
        look: {
          en: "Copy the function that you need into this file.",
          ko: "필요한 함수를 이 파일에 옮겨 적으십시오.",
        },
      };
    case "missing":
      return {
        why: {
          en: "There is no such file.",
          ko: "그런 파일이 없습니다.",
        },
        look: {
          en:
            "Compare the name with the files in the folder, letter by letter.",
          ko: "폴더에 있는 파일의 이름과 한 글자씩 견주어 보십시오.",
        },
      };
    case "ending":
      return {
        why: {
          en: "In Deno an import names the whole file, with its ending.",
          ko: "Deno에서는 import에 확장자까지 파일 이름을 모두 적습니다.",
        },
        look: {
          en: `Write "${specifier}.ts".`,
          ko: `"${specifier}.ts"로 쓰십시오.`,
        },
      };
  }
}

const standAlone: Text = {
  en:
    "No lesson needs one: what its page names is part of Deno. Remove the import.",
  ko:
    "어느 과에도 필요하지 않습니다. 과의 설명에 나오는 것은 모두 Deno에 들어 있습니다. import를 지우십시오.",
};
