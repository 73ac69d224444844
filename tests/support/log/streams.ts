/**
 * The two Web streams of a tracked connection. They do what Deno's own
 * `conn.readable` and `conn.writable` do, but by way of the tracked calls.
 *
 * @module
 */

/** As large as the chunks of Deno's own streams. */
const chunkSize = 64 * 1024;

/**
 * A byte stream over `read`. As with Deno's own, its end, an error and a
 * cancellation close the whole connection.
 */
export function readableOf(
  read: (buffer: Uint8Array<ArrayBuffer>) => Promise<number | null>,
  close: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    type: "bytes",
    autoAllocateChunkSize: chunkSize,
    async pull(controller) {
      const request = controller.byobRequest!;
      try {
        const n = await read(request.view as Uint8Array<ArrayBuffer>);
        if (n === null) {
          close();
          controller.close();
        }
        request.respond(n ?? 0);
      } catch (error) {
        controller.error(error);
        close();
      }
    },
    cancel: close,
  });
}

/**
 * A stream that writes each chunk to its end with `write`. As with Deno's own,
 * its end and an error close the whole connection.
 */
export function writableOf(
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<number>,
  close: () => void,
): WritableStream<Uint8Array> {
  return new WritableStream({
    async write(chunk, controller) {
      try {
        let rest = chunk as Uint8Array<ArrayBuffer>;
        while (rest.length > 0) rest = rest.subarray(await write(rest));
      } catch (error) {
        controller.error(error);
        close();
        throw error;
      }
    },
    close,
    abort: close,
  });
}
