/**
 * `deno task desk`: opens the desk and says where it is.
 *
 * @module
 */
import { t } from "../../tests/support/text.ts";
import { runCommand } from "../cli.ts";
import type { Command } from "../cli.ts";
import { findLessons, lessonCalled } from "../course.ts";
import { nameOfDeno } from "../environment.ts";
import { openDesk } from "./desk.ts";

/** What `deno task desk` takes. */
export const command = {
  name: "desk",
  forms: [t("[LESSON]", "[과]")],
  about: t(
    `Opens the course in the browser: the page of the lesson, the verdict on each
save, your program step by step with the kernel between the two ends, and the
other end to play by hand. Only this machine can see it. Ctrl-C ends it.`,
    `브라우저에서 과정을 엽니다. 과의 설명, 저장할 때마다 나오는 채점 결과, 양쪽
사이의 커널까지 한 단계씩 보는 내 프로그램, 직접 맡는 상대 쪽이 있습니다. 이
컴퓨터에서만 볼 수 있습니다. Ctrl-C로 끝냅니다.`,
  ),
  options: {
    port: {
      value: "PORT",
      text: t(
        "the port of the page; without it, one that is free",
        "페이지의 포트. 쓰지 않으면 비어 있는 포트",
      ),
      refusal: (value: string) =>
        /^\d{1,5}$/.test(value) && Number(value) < 65_536 ? undefined : t(
          `--port takes a number up to 65535, not "${value}"`,
          `--port에는 65535까지의 수를 씁니다: "${value}"`,
        ),
    },
    projector: {
      text: t(
        "large and quiet, for a hall: no word of passed and failed",
        "강의실용: 크게, 채점 결과 없이",
      ),
    },
    "no-browser": {
      text: t("open no browser", "브라우저를 열지 않음"),
    },
  },
} satisfies Command;

/** Does what the arguments ask for. Returns the exit code. */
export function deskCommand(args: readonly string[]): Promise<number> {
  return runCommand(command, args, async ({ language, values, words }) => {
    const lessons = findLessons();
    const first = words[0] === undefined
      ? lessons[0]
      : lessonCalled(words[0], lessons);
    const ended = new AbortController();
    const desk = openDesk({
      lessons,
      first,
      language,
      deno: nameOfDeno(),
      projector: values.projector ?? false,
      signal: ended.signal,
    });
    const server = listen(
      Number(values.port ?? 0),
      (request, port) => desk.answer(request, port),
    );
    const { port } = server.addr;
    const address = `http://127.0.0.1:${port}/${desk.token}/`;
    console.log(
      t(
        `The desk is open: ${address}`,
        `데스크를 열었습니다: ${address}`,
      )[language],
    );
    if (!values["no-browser"]) openBrowser(address);
    Deno.addSignalListener("SIGINT", () => ended.abort());
    await new Promise<void>((resolve) =>
      ended.signal.addEventListener("abort", () => resolve())
    );
    await desk.ended();
    await server.shutdown();
    return 130;
  });
}

/** Listens on loopback; on another port where the one asked for is taken. */
function listen(
  wanted: number,
  answer: (request: Request, port: number) => Promise<Response>,
): Deno.HttpServer<Deno.NetAddr> {
  const serve = (port: number): Deno.HttpServer<Deno.NetAddr> => {
    const server: Deno.HttpServer<Deno.NetAddr> = Deno.serve(
      { hostname: "127.0.0.1", port, onListen: () => {} },
      (request) => answer(request, server.addr.port),
    );
    return server;
  };
  try {
    return serve(wanted);
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return serve(0);
    throw error;
  }
}

/** Asks the system to open an address. Where it cannot, nothing happens. */
function openBrowser(address: string): void {
  const { os } = Deno.build;
  const [program, ...args] = os === "windows"
    ? ["rundll32", "url.dll,FileProtocolHandler", address]
    : os === "darwin"
    ? ["open", address]
    : ["xdg-open", address];
  try {
    new Deno.Command(program, {
      args,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn().unref();
  } catch {
    // There is no browser, or no screen: the address has been printed.
  }
}
