import { calls } from "../kit/calls.js";
import { check, childOf } from "../kit/index.js";
import { requestsSince } from "../kit/requests.js";
import { deletion } from "../scenarios/deletion.js";

export default check("m5-deletion/request-form", {
  requirement: "M5-02",
  scenario: deletion,
  reached: (trace) => calls(trace, "user.delete").flatMap((call) => requestsSince(trace, call, "set")[0] ?? []),
  judge({ expect, reached, profile }) {
    const { namespace, element } = profile.requests.deletion;
    for (const sent of reached) {
      expect("namespace of the deletion request", sent.node.attrs["xmlns"], sent).is(namespace);
      expect("element of the deletion request", childOf(sent.node, element)?.tag ?? "none", sent).is(element);
    }
  },
  hint: "Use the namespace and the element of the profile. The form is not published: compare it with your documents first.",
  mutants: { "deletion-other-form": "namespace of the deletion request" },
});
