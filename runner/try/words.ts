/**
 * What whoever tries a program by hand is told, besides the wire itself.
 *
 * @module
 */
import { show } from "../../tests/support/bytes.ts";
import { capital, map } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";

/** Above everything: who is who. */
export function whoIsWho(ports: readonly number[]): Text {
  const places = ports.map((port) => `127.0.0.1:${port}`).join(", ");
  return ports.length > 0
    ? {
      en: `You are the server at ${places}. Type what it does:`,
      ko: `지금부터 서버(${places})가 되어 봅니다. 할 일을 입력하십시오.`,
    }
    : {
      en: "You are the client of your program. Type what it does:",
      ko:
        "지금부터 내 프로그램의 클라이언트가 되어 봅니다. 할 일을 입력하십시오.",
    };
}

/** All that can be typed. */
export const commandList: Text = {
  en:
    `  send TEXT      TEXT and a newline; send "TEXT\\n" is only what is quoted
  hex 68 69 0a   bytes                  pieces 1       so many bytes at a time
  end            FIN: nothing more      reset          RST: broken off
  stop reading   until you type: read   silence        dead, without a FIN
  another        one more client        2 send TEXT    by client 2, or server 2
  lose 2         the next 2 datagrams   Enter          goes to a waiting alert()
  again          run the program anew   quit, help`,
  ko: `  send 텍스트    텍스트와 줄바꿈. send "텍스트\\n"은 따옴표 안만 그대로
  hex 68 69 0a   바이트                 pieces 1       몇 바이트씩 나누어 보내기
  end            FIN: 더 보내지 않음    reset          RST: 강제로 끊음
  stop reading   read를 칠 때까지       silence        FIN 없이 죽은 듯이 있기
  another        클라이언트 하나 더     2 send 텍스트  2번 쪽이 보냄
  lose 2         다음 데이터그램 2개    Enter          기다리는 alert()로 감
  again          프로그램 다시 실행     quit, help`,
};

/** The program has come to its end. */
export function programEnded(code: number): Text {
  return {
    en: `Your program has ended, exit code ${code}. \`again\` runs it anew.`,
    ko:
      `내 프로그램이 끝났습니다(종료 코드 ${code}). again을 치면 다시 실행합니다.`,
  };
}

/** The program has come to its end and used no socket at all. */
export const noSockets: Text = {
  en: "It opened no socket, so there is nobody to talk to here.",
  ko: "소켓을 열지 않았으므로 여기에는 대화할 상대가 없습니다.",
};

/** The program waits in alert(). */
export function asks(message: string): Text {
  return {
    en: `Your program waits in alert(): ${message} [Enter]`,
    ko: `내 프로그램이 alert()에서 기다립니다: ${message} [Enter]`,
  };
}

/** Ctrl+C came for the first time. */
export const interrupted: Text = {
  en: "Ctrl+C went to your program. Once more, and this ends as well.",
  ko: "Ctrl+C가 내 프로그램으로 갔습니다. 한 번 더 누르면 모두 끝납니다.",
};

/** Bytes that an end which does not read leaves to the kernel. */
export function waitUnread({ name, bytes }: {
  name: Text;
  bytes: number;
}): Text {
  const n = bytes.toLocaleString("en");
  return {
    en: `${capital(name.en)} does not read: ${n} bytes wait for it.`,
    ko: `${name.ko} 쪽이 읽지 않습니다. ${n}바이트가 기다립니다.`,
  };
}

/** A datagram was lost. */
export function lost(bytes: Uint8Array): Text {
  const what = show(bytes);
  return {
    en: `Lost on the way: ${what}`,
    ko: `가는 길에 잃어버렸습니다: ${what}`,
  };
}

/** There are steps between that are not shown. */
export function leftOut(steps: number): Text {
  return { en: `… ${steps} more steps …`, ko: `… ${steps}단계 더 …` };
}

/** A command came too late for this end. */
export function isOver(name: Text): Text {
  return map({
    en: "NAME has ended its stream or its connection: it sends nothing more.",
    ko: "NAME 쪽은 스트림이나 연결을 끝냈으므로 더 보내지 못합니다.",
  }, (sentence, language) => sentence.replace("NAME", capital(name[language])));
}

/** An end has become dead. */
export function nowSilent(name: Text): Text {
  return {
    en: `${
      capital(name.en)
    } is dead from here on: no answer, no FIN. Only its kernel still takes what fits into its buffer, which that of a lost machine would not.`,
    ko:
      `${name.ko} 쪽은 이제 죽은 것으로 합니다. 응답도 FIN도 없습니다. 다만 커널이 버퍼에 들어가는 만큼은 받습니다. 컴퓨터가 정말 사라졌다면 그것도 없습니다.`,
  };
}

/** A command came for an end that is dead. */
export function goneSilent(name: Text): Text {
  return {
    en: `${capital(name.en)} is dead, so it does nothing any more.`,
    ko: `${name.ko} 쪽은 죽은 것으로 했으므로 아무것도 하지 않습니다.`,
  };
}

/** There is no end with this number. */
export function noEnd(number: number): Text {
  return {
    en: `There is no number ${number} yet.`,
    ko: `${number}번은 아직 없습니다.`,
  };
}

/** What only a connection can do was asked of a UDP socket. */
export function noConnection(what: string): Text {
  return {
    en: `UDP has no connection, so there is no \`${what}\`.`,
    ko: `UDP에는 연결이 없으므로 ${what} 명령도 없습니다.`,
  };
}

/** Nobody has come, and the program has ended. */
export const nobodyYet: Text = {
  en: "There is nobody to do it to: your program has ended.",
  ko: "내 프로그램이 끝나서 상대가 없습니다.",
};

/** Another client was asked for where the partner is the server. */
export const yourCodeConnects: Text = {
  en: "You are the server here, and your program makes the connections.",
  ko: "여기서는 서버 쪽이므로, 연결은 내 프로그램이 맺습니다.",
};

/** Another client was asked for where the program does not listen. */
export const noClient: Text = {
  en: "Your program does not listen, so nobody can come.",
  ko: "내 프로그램이 듣고 있지 않으므로 아무도 올 수 없습니다.",
};
