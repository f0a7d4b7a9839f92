import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { probeAnswer } from "../kit/probes.js";
import { chatstates, leaving, typing } from "../scenarios/typing.js";

export default check("m4-features/typing-not-kept", {
  requirement: "M4-92",
  scenario: typing,
  reached(trace) {
    const left = leaving(trace);
    const asked = left && calls(trace.after(left), "message.typing")[0]?.request;
    return probeAnswer(trace, "after-typing") === undefined ? undefined : asked;
  },
  judge({ expect, reached: [asked], trace }) {
    const late = chatstates(trace.after(asked));
    expect("typing states sent after the return", late.length, late[0] ?? asked).is(0);
  },
  hint: "A typing state lives for seconds. Drop it when the user is not connected; do not send it later.",
  mutants: { "queues-typing": "typing states sent after the return" },
  lawful: ["ignores-server-ping"],
});
