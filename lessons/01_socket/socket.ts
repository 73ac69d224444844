/**
 * Opens a socket on 127.0.0.1 and a free port. "AF_INET", "SOCK_STREAM" and
 * "IPPROTO_TCP" give a TCP listener; "AF_INET", "SOCK_DGRAM" and "IPPROTO_UDP"
 * give a UDP socket. Anything else opens nothing and throws a TypeError whose
 * message holds the name that does not fit, or both names of a wrong pair.
 *
 * 127.0.0.1의 빈 포트에 소켓을 엽니다. "AF_INET", "SOCK_STREAM",
 * "IPPROTO_TCP"이면 TCP 듣기 소켓을, "AF_INET", "SOCK_DGRAM",
 * "IPPROTO_UDP"이면 UDP 소켓을 돌려줍니다. 그 밖에는 아무것도 열지 않고
 * TypeError를 던집니다. 맞지 않는 이름이, 짝이 틀렸으면 두 이름이 모두
 * 메시지에 들어 있습니다.
 */
export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  throw new Error("openSocket() is not written yet");
}

/**
 * Opens a TCP listener and a UDP socket on the same port of 127.0.0.1. With
 * port 0 the kernel picks the number. When one of the two cannot be opened,
 * the other is closed and the error is thrown on.
 *
 * 127.0.0.1의 같은 포트에 TCP 듣기 소켓과 UDP 소켓을 엽니다. 포트가 0이면
 * 커널이 번호를 고릅니다. 둘 가운데 하나를 열 수 없으면 다른 하나도 닫고
 * 오류를 그대로 던집니다.
 */
export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  throw new Error("openBoth() is not written yet");
}

// deno run --allow-net lessons/01_socket/socket.ts 5300
if (import.meta.main) {
  const [port = "0"] = Deno.args;
  const { stream, datagram } = openBoth(Number(port));
  const show = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  console.log("TCP", show(stream.addr));
  console.log("UDP", show(datagram.addr as Deno.NetAddr));

  const client = stream.accept().then((conn) => {
    console.log("TCP: a client,", show(conn.remoteAddr));
    conn.close();
  });
  const message = datagram.receive().then(([bytes, from]) => {
    const text = new TextDecoder().decode(bytes);
    console.log("UDP:", text.trim(), show(from as Deno.NetAddr));
  });
  await Promise.all([client, message]);
  stream.close();
  datagram.close();
}
