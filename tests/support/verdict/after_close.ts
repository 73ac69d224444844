import { Failure } from "../failure.ts";
import { places } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import type { WireEvent } from "../log/wire_log.ts";

/** What is no use on a connection that the code itself has closed. */
const useless = ["read", "write", "closeWrite", "close"];

/**
 * A failure with a call in its words that came after the code's own close() of
 * the same connection, where the error of it was hidden. After the end of a
 * limit such calls may be meant, and nothing is said of them.
 */
export function afterItsClose(
  failure: Failure,
  scope: Scope,
  isExercise: (url: string) => boolean,
): Failure {
  const { words, state, place } = failure;
  const { log } = scope;
  if (!("came" in words) || log.notes !== undefined) return failure;
  let closed: WireEvent | undefined;
  const late = log.events.find((event) => {
    if (event.side !== "student" || event.outcome !== "error") return false;
    if (!useless.includes(event.call)) return false;
    closed = log.events.find(({ side, call, outcome, socket, ended }) =>
      side === "student" && call === "close" && outcome === "ok" &&
      socket === event.socket && ended! <= event.began
    );
    return closed !== undefined;
  });
  if (late === undefined || closed === undefined) return failure;
  if (words.came.en.includes(late.error!.name)) return failure;
  places(scope, [late, closed], isExercise);
  // The check closes what is its own, and may do so at any time.
  if (late.place === undefined) return failure;
  if (closed.place === undefined && !closed.byStream) return failure;
  const at = ({ place }: WireEvent) =>
    place === undefined ? "" : `${place.file}:${place.line}`;
  const how = closed.byStream
    ? { en: "by the end of its stream", ko: "스트림이 끝나면서" }
    : { en: `at ${at(closed)}`, ko: `${at(closed)}에서` };
  const what = late.call === "close"
    ? { en: "a second close()", ko: "두 번째 close()" }
    : { en: `${late.call}()`, ko: `${late.call}()` };
  return new Failure({
    ...words,
    mistake: words.mistake ?? "usesAClosedConnection",
    why: {
      en: `First ${what.en} at ${at(late)} threw ${
        late.error!.name
      }, and nobody saw it: the connection had been closed already, ${how.en}.`,
      ko: `먼저 ${at(late)}의 ${what.ko}에서 ${
        late.error!.name
      } 오류가 났지만 아무도 보지 못했습니다. ${how.ko} 이미 닫힌 연결입니다.`,
    },
    look: {
      en: "Who closes the connection, and what is still to be done then?",
      ko: "연결을 누가 닫으며, 그때 아직 할 일이 남아 있습니까?",
    },
  }, { state, place: late.place ?? place });
}
