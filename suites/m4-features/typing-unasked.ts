import { type Call, parameter } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { chatstates, typing, typingWhileThere } from "../scenarios/typing.js";

export default check("m4-features/typing-unasked", {
  requirement: "M4-117",
  needs: ["text"],
  scenario: typing,
  // The user typed and then wrote: the last thing that was asked for while the user was connected.
  reached: (trace) =>
    typingWhileThere(trace)
      .slice(-1)
      .map(({ request }) => request),
  judge({ expect, trace }) {
    const asked = typingWhileThere(trace);
    for (const [index, call] of asked.entries()) {
      const later = trace.after(call.request);
      const [next, message] = [asked[index + 1]?.request, openedMessages(later)[0]];
      const meanwhile = chatstates(next === undefined ? later : later.before(next));
      const isTyping = ({ node }: (typeof meanwhile)[number]): boolean => node.children?.[0]?.tag === "composing";
      if (isComposing(call)) {
        const until = message?.seq ?? Number.POSITIVE_INFINITY;
        const paused = meanwhile.filter((entry) => !isTyping(entry) && entry.seq < until);
        expect("pauses while the user types", paused.length, paused[0] ?? call.request).is(0);
        // A client may say that it pauses when the message is sent, and should not go on typing.
        const late = meanwhile.filter((entry) => isTyping(entry) && entry.seq > until);
        if (next === undefined) expect("typing after the message was sent", late.length, late[0] ?? call.request).is(0);
      }
    }
  },
  hint: "Report a pause when the user pauses, and stop typing when the message has been sent. Clear your timers then.",
  mutants: {
    "typing-flickers": "pauses while the user types",
    "typing-after-message": "typing after the message was sent",
    "typing-both-states": "pauses while the user types",
  },
  lawful: ["pauses-after-sending"],
});

function isComposing(call: Call): boolean {
  return parameter(call, "state") === "composing";
}
