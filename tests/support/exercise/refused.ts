/**
 * Ways around the checks that an exercise is refused: sockets that nobody
 * watches, threads of its own, waits that block the one thread there is, ends
 * of the whole program other than `Deno.exit()`, and what outlasts a run.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import { currentScope } from "../log/scope.ts";

/** Calls of Deno that make sockets which are not in the wire log. */
const unwatchedCalls = [
  "connectTls",
  "listenTls",
  "serve",
  "serveHttp",
  "startTls",
  "upgradeWebSocket",
  "connectQuic",
  "QuicEndpoint",
  "upgradeWebTransport",
  // A name server may be at any port of this machine.
  "resolveDns",
] as const;

/** Globals that make sockets or threads which are not in the wire log. */
const unwatchedGlobals = [
  "EventSource",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "fetch",
] as const;

/** Globals that keep what a later run, of somebody else, would find. */
const lastingGlobals = [
  "caches",
  "indexedDB",
  "localStorage",
  "sessionStorage",
] as const;

/** Their classes, by whose prototypes one might come to the same. */
const lastingClasses = ["Cache", "CacheStorage", "Storage"] as const;

/** Calls that read files: those of the checks have the right inputs in them. */
const readingCalls = [
  "lstat",
  "lstatSync",
  "open",
  "openSync",
  "readDir",
  "readDirSync",
  "readFile",
  "readFileSync",
  "readLink",
  "readLinkSync",
  "readTextFile",
  "readTextFileSync",
  "realPath",
  "realPathSync",
  "stat",
  "statSync",
  "watchFs",
] as const;

/** What the end of the window tells, where a run is to end by itself. */
const endsOfTheWindow = ["beforeunload", "unload", "pagehide"];

/** What process has for loading anything, whatever the import map says. */
const loaders = [
  "_kill",
  "_linkedBinding",
  "binding",
  "dlopen",
  "getBuiltinModule",
  "kill",
] as const;

/** Takes all of that away from the code that is loaded from now on. */
export function refuseWays(): void {
  for (const name of unwatchedCalls) {
    if (name in Deno) define(Deno, name, refusal(`Deno.${name}`));
  }
  for (const name of unwatchedGlobals) {
    if (name in globalThis) define(globalThis, name, refusal(name));
  }
  for (const name of lastingGlobals) {
    if (!(name in globalThis)) continue;
    const get = refusal(name, "nothing may outlast a run");
    Object.defineProperty(globalThis, name, { configurable: false, get });
  }
  for (const name of lastingClasses) {
    if (!(name in globalThis)) continue;
    const { prototype } = Reflect.get(globalThis, name);
    for (const key of Object.getOwnPropertyNames(prototype)) {
      if (key === "constructor") continue;
      define(prototype, key, refusal(name, "nothing may outlast a run"));
    }
  }
  for (const name of readingCalls) {
    if (name in Deno) {
      define(Deno, name, refusal(`Deno.${name}`, "no exercise needs a file"));
    }
  }
  // Keys are made in threads of their own, which take others' time.
  for (const key of Object.getOwnPropertyNames(SubtleCrypto.prototype)) {
    if (key === "constructor") continue;
    const why = "no exercise needs a key";
    define(SubtleCrypto.prototype, key, refusal(`crypto.subtle.${key}`, why));
  }
  // What becomes a module is written to the disk.
  define(
    URL,
    "createObjectURL",
    refusal("URL.createObjectURL", "no exercise needs it"),
  );
  ignoreTheEnd();
  // Browsers refuse it in the main thread as well: nothing else would run.
  define(Atomics, "wait", () => {
    throw new TypeError("Atomics.wait() would block the whole program");
  });
  const exit = () => Deno.exit();
  define(globalThis, "close", exit);
  define(Deno, "kill", refusal("Deno.kill"));
  ignoreTests();
  // As in a program that was started without arguments.
  define(Deno, "args", Object.freeze([]));
  guardProcess(exit);
}

/**
 * Has tests of the student's own, at the end of the exercise for example, say
 * nothing: Deno takes no more of them once the checks run.
 */
function ignoreTests(): void {
  for (const name of ["test", "bench"] as const) {
    const own = Object.keys(Deno[name]).map((key) => [key, () => {}]);
    define(Deno, name, Object.assign(() => {}, Object.fromEntries(own)));
  }
}

/** Has nobody hear of the end of the window: a loop there would hold it up. */
function ignoreTheEnd(): void {
  const { addEventListener } = EventTarget.prototype;
  define(EventTarget.prototype, "addEventListener", function (
    this: EventTarget | undefined,
    ...[type, ...more]: Parameters<EventTarget["addEventListener"]>
  ) {
    const name = String(type);
    const target = this ?? globalThis;
    if (target === globalThis && endsOfTheWindow.includes(name)) return;
    addEventListener.call(target, name, ...more);
  });
  for (const name of endsOfTheWindow) {
    Object.defineProperty(globalThis, `on${name}`, {
      configurable: false,
      get: () => null,
      set() {},
    });
  }
}

/** Node's process is loaded when it is first asked for, which takes 20 ms. */
function guardProcess(exit: () => never): void {
  const { get } = Object.getOwnPropertyDescriptor(globalThis, "process")!;
  let guarded: object | undefined;
  Object.defineProperty(globalThis, "process", {
    configurable: false,
    set: undefined,
    get() {
      if (guarded !== undefined) return guarded;
      const process = get!.call(globalThis) as { argv: string[] };
      for (const name of loaders) {
        define(process, name, refusal(`process.${name}`));
      }
      // The others are those of the checks.
      define(process, "argv", process.argv.slice(0, 2));
      for (const name of ["abort", "exit", "reallyExit"]) {
        define(process, name, exit);
      }
      return guarded = process;
    },
  });
}

/** A function in the place of what is called `name`, which says why. */
function refusal(
  name: string,
  why: string = "they watch Deno.connect, Deno.listen and " +
    "Deno.listenDatagram, in one thread",
): () => never {
  return function refuse(): never {
    throw new Deno.errors.NotSupported(
      `The checks do not allow ${name}: ${why}`,
    );
  };
}

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/**
 * Makes an attempt of an exercise to end the whole program the failure of the
 * one check that runs.
 */
export function forbidExit(): void {
  const exit = Deno.exit;
  const refuse = (code?: number): never => {
    const scope = currentScope();
    if (scope === undefined) return exit(code);
    scope.abort(exited());
    // No Failure: what the exercise can catch must not show how to make one.
    throw new Error("Deno.exit() would end the whole program");
  };
  Deno.exit = refuse;
}

function exited(): Failure {
  return new Failure({
    mistake: "endsTheProgram",
    expected: {
      en: "Your function returns, or throws an error.",
      ko: "함수가 값을 돌려주거나 오류를 던집니다.",
    },
    came: {
      en: "It called Deno.exit(), which ends the whole program.",
      ko: "프로그램 전체를 끝내는 Deno.exit()를 불렀습니다.",
    },
    why: {
      en:
        "A program that exits takes every other connection of it down, and nobody learns why.",
      ko:
        "프로그램이 끝나면 다른 연결도 모두 끊기고, 까닭은 아무도 알 수 없습니다.",
    },
    look: {
      en:
        "Throw an error, and let the caller decide. Deno.exit() belongs below `if (import.meta.main)`.",
      ko:
        "오류를 던지고 호출한 쪽이 정하게 하십시오. Deno.exit()는 `if (import.meta.main)` 아래에만 둡니다.",
    },
  });
}
