import { calls, parameter } from "../kit/calls.js";
import { check, childOf } from "../kit/index.js";
import { mentions, requestsSince } from "../kit/requests.js";
import { reachability } from "../scenarios/reachability.js";

export default check("m6-reachability/notice-form", {
  requirement: "M6-02",
  scenario: reachability,
  reached: (trace) =>
    calls(trace, "reachability.notify").flatMap(
      (call) =>
        requestsSince(trace, call, "set").filter(({ node }) => mentions(node, parameter(call, "to") ?? ""))[0] ?? [],
    ),
  judge({ expect, reached, profile }) {
    const { namespace, element } = profile.requests.reachability;
    for (const sent of reached) {
      expect("namespace of the notice", sent.node.attrs["xmlns"], sent).is(namespace);
      expect("element of the notice", childOf(sent.node, element)?.tag ?? "none", sent).is(element);
    }
  },
  hint: "Use the namespace and the element of the profile. The form is not published: compare it with your documents first.",
  mutants: { "notice-other-form": "namespace of the notice" },
});
