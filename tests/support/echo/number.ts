/**
 * The last line of lesson 11's server, `client 2: 5 bytes`, and in words what
 * is wrong with it.
 *
 * @module
 */
import type { EchoServer } from "./clients.ts";
import { accepted, servedTo } from "./seen.ts";
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { Peer } from "../peer.ts";
import type { WireLog } from "../log/wire_log.ts";

/** Ends the talk of the client `number`, which has sent `size` bytes. */
export async function farewell(
  { wire: { log } }: Pick<EchoServer<void>, "wire">,
  client: Peer,
  number: number,
  size: number,
): Promise<void> {
  await client.end();
  const rest = new TextDecoder().decode(await client.receiveToEnd());
  const line = `client ${number}: ${size} bytes\n`;
  const [, n, bytes] = /^client (\d+): (\d+) bytes\n$/.exec(rest) ?? [];
  expect(rest === line, {
    expected: {
      en: `The last line for client ${number}: ${JSON.stringify(line)}.`,
      ko: `클라이언트 ${number}의 마지막 줄: ${JSON.stringify(line)}.`,
    },
    came: {
      en: `After its stream ended came ${JSON.stringify(rest)}.`,
      ko: `스트림이 끝난 뒤에 온 것: ${JSON.stringify(rest)}.`,
    },
    ...closedEarly(log, client) ??
      (n === undefined ? wrongForm(rest, line) : {
        why: Number(n) === number
          ? wrongSize(Number(bytes), size)
          : wrongNumber(log, client, Number(n)),
        look: {
          en: "Which variables belong to the server, and which to one client?",
          ko: "어떤 변수가 서버의 것이고, 어떤 변수가 클라이언트의 것입니까?",
        },
      }),
  });
}

type Cause = Pick<Words, "why" | "look">;

function closedEarly(log: WireLog, { local }: Peer): Cause | undefined {
  const id = servedTo(log, local)?.id;
  const failed = log.events.some(({ socket, call, error }) =>
    socket === id && call === "write" && error?.name === "BadResource"
  );
  if (!failed) return;
  return {
    why: {
      en:
        "The connection was closed before the line was written. In Deno the end of conn.readable closes the whole connection.",
      ko:
        "줄을 쓰기 전에 연결이 닫혔습니다. Deno에서는 conn.readable이 끝나면 연결 전체가 닫힙니다.",
    },
    look: {
      en: "Which call closes the connection? read() alone leaves it open.",
      ko: "어느 호출이 연결을 닫습니까? read()는 연결을 열어 둡니다.",
    },
  };
}

function wrongForm(rest: string, line: string): Cause {
  const cut = rest !== "" && line.startsWith(rest);
  return {
    why: rest + "\n" === line
      ? {
        en: "The newline at the end of the line is missing.",
        ko: "줄 끝에 줄바꿈 문자가 없습니다.",
      }
      : cut
      ? {
        en:
          "The line is cut: a write() may take fewer bytes than it is given. That holds for one short line too.",
        ko:
          "줄이 잘렸습니다. write()는 준 것보다 적게 가져갈 수 있고, 짧은 줄 하나도 마찬가지입니다.",
      }
      : rest === line.replace("bytes", "byte")
      ? {
        en:
          "The word is always `bytes`: a program that reads the line counts on it.",
        ko:
          "낱말은 언제나 `bytes`입니다. 이 줄을 읽는 프로그램은 그렇게 알고 있습니다.",
      }
      : {
        en: "The line is missing, or it is written in another form.",
        ko: "줄이 없거나 다른 형식으로 적혔습니다.",
      },
    look: {
      en: "Compare the two texts, and see what write() says of the line.",
      ko: "두 텍스트를 견주어 보고, 그 줄을 쓴 write()가 돌려준 수를 보십시오.",
    },
  };
}

function wrongNumber(log: WireLog, client: Peer, n: number): Words["why"] {
  const latest = accepted(log)
    .filter(({ local }) => local.port === client.remote.port).length;
  if (n > latest) {
    return {
      en:
        "The count goes on from an earlier server: it lives outside of the function, where all servers of the program share it.",
      ko:
        "앞의 서버에서 세던 수가 이어집니다. 세는 변수가 함수 바깥에 있어 프로그램의 모든 서버가 함께 씁니다.",
    };
  }
  return n === latest
    ? {
      en:
        "That is the number of another client: the shared count was read after an await, when others had come in between.",
      ko:
        "다른 클라이언트의 번호입니다. 함께 쓰는 수를 await 뒤에 읽었는데, 그 사이에 다른 클라이언트가 들어왔습니다.",
    }
    : log.events.some(({ call }) => call === "reset")
    ? {
      en:
        "A client that has broken off was accepted too: the next one gets the next number, and no number is given twice.",
      ko:
        "연결을 끊은 클라이언트도 수락한 클라이언트입니다. 다음 클라이언트는 그다음 번호를 받고, 같은 번호를 두 번 주지 않습니다.",
    }
    : {
      en: "The first client that was accepted is number 1, the next one 2.",
      ko: "처음 수락한 클라이언트가 1번이고, 그다음이 2번입니다.",
    };
}

function wrongSize(came: number, size: number): Words["why"] {
  return came > size
    ? {
      en:
        "The bytes of other clients are counted along: the services share a variable that should be each one's own.",
      ko:
        "다른 클라이언트의 바이트까지 세었습니다. 서비스마다 따로 있어야 할 변수를 함께 쓰고 있습니다.",
    }
    : {
      en: "Each read() brings as many bytes as its number says; add them up.",
      ko: "read()마다 돌려준 수만큼 바이트가 온 것입니다. 그 수를 더합니다.",
    };
}
