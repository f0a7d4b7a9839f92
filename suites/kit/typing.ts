import { type Call, calls, ending } from "./calls.js";
import type { EntryOf, StanzaEntry, Trace } from "./index.js";

/** The calls of message.typing for a user who was connected: all but the last one of the scenario. */
export function typingWhileThere(trace: Trace): readonly Call[] {
  const left = firstLeave(trace);
  return calls(left === undefined ? trace : trace.before(left), "message.typing").filter(
    (call) => ending(call) === "ok",
  );
}

/** The provider's user leaves, once in the scenario. */
export function firstLeave(trace: Trace): EntryOf<"driver"> | undefined {
  return calls(trace, "user.disconnect")[0]?.request;
}

/** Typing states that the provider's client sent. */
export function chatstates(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("chatstate").list;
}
