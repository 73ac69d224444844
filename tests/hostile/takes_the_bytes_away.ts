// Lesson: 06_close
// Ends as: failed
// Must say: They were changed, or taken away
// @ts-nocheck: an attack

export async function sendAndClose(conn, bytes) {
  bytes.buffer.transfer();
  conn.close();
}
export async function converse(conn, question) {
  question.buffer.transfer();
  await conn.closeWrite();
  conn.close();
  return new Uint8Array();
}
export function withConnection() {
  return new Uint8Array();
}
