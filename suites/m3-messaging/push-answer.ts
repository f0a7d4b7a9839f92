import { check } from "../kit/index.js";
import { genuinePushes, pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-answer", {
  requirement: "M3-30",
  scenario: pushes,
  reached: genuinePushes,
  judge({ expect, reached, trace }) {
    for (const push of reached) {
      const answer = trace.http.counterpart(push);
      expect("status of the answer to a push", answer?.status ?? "none", answer ?? push).is(200);
      expect("body of the answer to a push", answer?.body ?? "", answer ?? push).isEmpty();
    }
  },
  hint: "Answer a push with 200 and an empty body, at once: what it leads to comes afterwards.",
  mutants: {
    "push-answered-202": "status of the answer to a push",
    "push-reads-milliseconds": "status of the answer to a push",
    "push-wants-capital-header": "status of the answer to a push",
    "push-answered-with-body": "body of the answer to a push",
  },
});
