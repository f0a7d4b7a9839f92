import { parameter } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { chatstates, typing, typingWhileThere } from "../scenarios/typing.js";

export default check("m4-features/typing-out", {
  requirement: "M4-90",
  scenario: typing,
  reached: (trace) => typingWhileThere(trace).map(({ request }) => request),
  judge({ expect, trace }) {
    for (const call of typingWhileThere(trace)) {
      const [sent] = chatstates(trace.after(call.request));
      const state = sent?.node.children?.[0]?.tag ?? "nothing sent";
      expect("typing state", state, sent ?? call.request).is(parameter(call, "state") ?? "");
      if (sent !== undefined)
        expect("addressee of the typing state", sent.node.attrs["to"], sent).is(parameter(call, "to"));
    }
  },
  hint: "Send a chatstate with one child, composing or paused, to the contact.",
  mutants: {
    "typing-never-paused": "typing state",
    "typing-always-composing": "typing state",
    "typing-swapped": "typing state",
    "typing-to-phone-address": "addressee of the typing state",
  },
});
