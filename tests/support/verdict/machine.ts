import { Failure } from "../failure.ts";

const { listen, connect } = Deno;

/**
 * Asks, once something has gone wrong, whether this machine can do what every
 * check needs: connect to itself (RFC 1122, section 3.2.1.3, loopback). Returns
 * the verdict that the machine is at fault, or undefined.
 */
export async function machineFault(): Promise<Failure | undefined> {
  let connecting = false;
  try {
    const listener = listen({ hostname: "127.0.0.1", port: 0 });
    try {
      const accepted = listener.accept();
      connecting = true;
      const conn = await connect(listener.addr as Deno.ConnectOptions);
      conn.close();
      (await accepted).close();
    } finally {
      listener.close();
    }
  } catch (error) {
    return faultOf(error as Error, connecting);
  }
}

/**
 * The verdict on a machine that says this of its own loopback, as an answer to
 * connect(2), or before that to bind(2).
 */
export function faultOf(
  { name, message }: Error,
  connecting: boolean,
): Failure {
  if (name === "NotCapable") {
    return atFault(
      "The checks may not use loopback: run them with `deno test -P`.",
      "검사가 루프백을 쓸 수 없습니다. `deno test -P`로 실행하십시오.",
    );
  }
  if (message.includes("os error 24")) {
    return atFault(
      `This process may open no more sockets (${message}): raise the limit, for example with \`ulimit -n 1024\`.`,
      `이 프로세스는 소켓을 더 열 수 없습니다(${message}). \`ulimit -n 1024\`과 같이 한도를 늘리십시오.`,
    );
  }
  // EADDRINUSE for port 0 means that every port is taken, as does WSAENOBUFS;
  // and so does EADDRNOTAVAIL where an address could be bound just before.
  const isUsedUp = connecting
    ? /os error (98|48|10048|10055|99|49|10049)\b/
    : /os error (98|48|10048|10055)\b/;
  if (isUsedUp.test(message)) {
    return atFault(
      `All ports of this machine are used up for the moment (${message}): another program has opened very many connections, or they have only just ended. Wait a minute and run the lesson again. Your code was not judged.`,
      `이 컴퓨터의 포트를 지금 모두 쓰고 있습니다(${message}). 다른 프로그램이 연결을 아주 많이 열었거나, 방금 끝난 연결이 많은 경우입니다. 1분쯤 뒤에 다시 실행하십시오. 코드는 채점하지 않았습니다.`,
    );
  }
  return atFault(
    `This machine cannot connect to itself at 127.0.0.1 (${message}). Loopback is closed here, as in some sandboxes: run the lesson in an ordinary terminal. Your code was not judged.`,
    `이 컴퓨터가 127.0.0.1로 자기 자신에게 연결하지 못합니다(${message}). 일부 샌드박스처럼 루프백이 막혀 있습니다. 보통의 터미널에서 실행하십시오. 코드는 채점하지 않았습니다.`,
  );
}

function atFault(en: string, ko: string): Failure {
  return new Failure({ en, ko }, { state: "could not be checked" });
}
