import { check } from "../kit/index.js";
import { genuinePushes, pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-answer", {
  requirement: "M3-30",
  version: 2,
  scenario: pushes,
  reached: genuinePushes,
  judge({ expect, reached, trace }) {
    for (const push of reached) {
      const answer = trace.http.counterpart(push);
      expect("status of the answer to a push", answer?.status ?? "none", answer ?? push).is(200);
    }
  },
  hint: "Answer a push with 200 at once, and connect afterwards. The answer needs no body.",
  mutants: {
    "push-answered-202": "status of the answer to a push",
    "push-reads-milliseconds": "status of the answer to a push",
    "push-wants-capital-header": "status of the answer to a push",
  },
  lawful: ["answers-pushes-with-a-body"],
});
