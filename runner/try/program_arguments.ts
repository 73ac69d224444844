/**
 * What the program of each lesson is started with.
 *
 * @module
 */

/** Stands for a port of the partner, in the arguments of a program. */
const port = "PORT";

/**
 * The ways in which the program of a lesson can be started, by the lesson's
 * name; the first is the usual one. A program that is given the port of the
 * partner is a client, and one that is given 0 listens where it can.
 */
const ways: Record<string, readonly string[]> = {
  socket: ["0"],
  address: [""],
  connect: [`127.0.0.1 ${port}`],
  read_write: [`127.0.0.1 ${port}`],
  sendto_recvfrom: ["serve 0", `ask ${port} hi`],
  close: [`127.0.0.1 ${port}`],
  client: [`${port} ${port}`],
  bind: ["0"],
  listen: [""],
  accept: ["0 3"],
  many_clients: ["0"],
  server_and_client: ["server 0", `client ${port} hello 안녕`],
};

/**
 * The arguments for the program of the lesson called `name`, where somebody
 * asked for it with `words`. The first words of a known way stand for all of
 * it: `ask` is `ask PORT hi`. Other words are taken as they are, and a lesson
 * that is not known here gets the port alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { argumentsFor } from "./program_arguments.ts";
 *
 * const name = "sendto_recvfrom";
 * assert.deepEqual(argumentsFor(name, []), ["serve", "0"]);
 * assert.deepEqual(argumentsFor(name, ["ask"]), ["ask", "PORT", "hi"]);
 * assert.deepEqual(argumentsFor(name, ["ask", "9"]), ["ask", "9"]);
 * ```
 */
export function argumentsFor(
  name: string,
  words: readonly string[],
): string[] {
  const known = (ways[name] ?? [port]).map((way) =>
    way.split(" ").filter((word) => word !== "")
  );
  const way = known.find((way) => words.every((word, i) => way[i] === word));
  return way ?? [...words];
}

/** How many ports of the partner are asked for: how many servers it is. */
export function serversIn(args: readonly string[]): number {
  return args.filter((word) => word === port).length;
}

/**
 * The arguments with the partner's ports, in their order.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withPorts } from "./program_arguments.ts";
 *
 * assert.deepEqual(withPorts(["PORT", "a", "PORT"], [8080, 8081]), [
 *   "8080",
 *   "a",
 *   "8081",
 * ]);
 * ```
 */
export function withPorts(
  args: readonly string[],
  ports: readonly number[],
): string[] {
  const rest = [...ports];
  return args.map((word) => word === port ? `${rest.shift()}` : word);
}
