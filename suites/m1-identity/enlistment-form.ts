import { calls, ending } from "../kit/calls.js";
import { check, type Trace, type TraceEntry } from "../kit/index.js";
import { enlistment } from "../scenarios/enlistment.js";

export default check("m1-identity/enlistment-form", {
  requirement: "M1-11",
  version: 2,
  scenario: enlistment,
  // A provider that says that a user is enlisted has had the opportunity to ask for it.
  reached(trace): readonly TraceEntry[] {
    const requests = enlistmentRequests(trace);
    if (requests.length > 0) return requests;
    return calls(trace, "user.enlist").flatMap((call) => (ending(call) === "ok" ? (call.response ?? []) : []));
  },
  judge({ expect, reached, trace }) {
    const requests = enlistmentRequests(trace);
    expect("requests to the enlistment address", requests.length, reached[0]).isAtLeast(1);
    for (const request of requests) {
      expect("method", request.method, request).is("POST");
      expect("content-type", request.headers["content-type"] ?? "", request).matches(
        /^application\/x-www-form-urlencoded\b/i,
      );
    }
  },
  hint: "Enlist with an HTTP POST of your client to Meta's enlistUrl, whose body is application/x-www-form-urlencoded and not JSON; Meta does not call you.",
  mutants: { "enlist-as-json": "content-type", "enlists-nobody": "requests to the enlistment address" },
});

function enlistmentRequests(trace: Trace) {
  return trace.http.server("enlistment").requests.list;
}
