import { calls, parameter } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { reachability } from "../scenarios/reachability.js";

export default check("m6-reachability/opted-in", {
  requirement: "M6-04",
  scenario: reachability,
  // The first message after the notice is asked for when the contact has opted in.
  reached(trace) {
    const [notice] = calls(trace, "reachability.notify");
    const to = notice && parameter(notice, "to");
    const later = notice === undefined ? [] : calls(trace.after(notice.request), "message.send");
    return later.find((call) => parameter(call, "to") === to)?.request;
  },
  judge({ expect, reached: [asked], trace }) {
    const [answer] = trace.of("driver", ({ call, part }) => call === asked.call && part === "response");
    expect("message to a user who has opted in", answer?.error?.code ?? "ok", answer ?? asked).is("ok");
  },
  hint: "A refusal is about now: the contact may opt in at any time. Let the server decide about each message.",
  mutants: { "remembers-refusal": "message to a user who has opted in" },
});
