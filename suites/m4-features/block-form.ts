import { calls } from "../kit/calls.js";
import { check, childOf, childrenOf } from "../kit/index.js";
import { requestOf } from "../kit/requests.js";
import { blocking } from "../scenarios/requests.js";

export default check("m4-features/block-form", {
  requirement: "M4-96",
  version: 2,
  scenario: blocking,
  reached: (trace) =>
    [...calls(trace, "contact.block"), ...calls(trace, "contact.unblock")].map(({ request }) => request),
  judge({ expect, trace, profile }) {
    const { namespace, element } = profile.requests.blocklist;
    for (const action of ["block", "unblock"]) {
      for (const call of calls(trace, `contact.${action}`)) {
        const sent = requestOf(trace, call, "contact");
        if (!expect(`request to ${action}`, sent === undefined ? "none" : "sent", sent ?? call.request).is("sent"))
          continue;
        expect("namespace of the blocklist", sent?.node.attrs["xmlns"], sent).is(namespace);
        const items = childrenOf(childOf(sent?.node, element), "item");
        expect(`contacts in a request to ${action}`, items.length, sent).is(1);
        const [item] = items;
        expect("action in the blocklist", item?.attrs["action"], sent).is(action);
      }
    }
  },
  hint: "Use the namespace and the element of the profile, with one item that has action and jid. The form is not published: compare it with your documents first.",
  mutants: {
    "blocks-here-only": "request to block",
    "unblock-not-sent": "request to unblock",
    "unblocks-twice": "contacts in a request to unblock",
    "blocklist-other-form": "namespace of the blocklist",
  },
});
