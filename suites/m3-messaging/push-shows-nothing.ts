import { check } from "../kit/index.js";
import { probeAnswer } from "../kit/probes.js";
import { sealedMessages } from "../kit/texts.js";
import { unusualPushes, unusualPushesOf } from "../scenarios/pushes.js";

export default check("m3-messaging/push-shows-nothing", {
  requirement: "M3-118",
  scenario: unusualPushes,
  // Two of three equal pushes have nothing to say.
  reached: (trace) =>
    probeAnswer(trace, "after-the-pushes") === undefined
      ? []
      : unusualPushesOf(trace, ["repeated"]).map(({ push }) => push),
  judge({ expect, reached: [push], trace }) {
    const sent = sealedMessages(trace).map(({ messageId }) => messageId);
    const surplus = trace.of("event", ({ event }) => event.kind === "message" && !sent.includes(String(event["id"])));
    expect("messages shown that nobody sent", surplus.length, surplus[0] ?? push).is(0);
  },
  hint: "Show messages, not pushes: a push has no content and may come without need.",
  mutants: { "shows-pushes": "messages shown that nobody sent" },
});
