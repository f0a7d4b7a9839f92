import { calls } from "../kit/calls.js";
import { check, childOf, childrenOf } from "../kit/index.js";
import { textsIn } from "../kit/json.js";
import { answerTo, requestsSince } from "../kit/requests.js";
import { blocking } from "../scenarios/requests.js";

export default check("m4-features/blocklist", {
  requirement: "M4-97",
  scenario: blocking,
  reached: (trace) => calls(trace, "contact.blocklist").map(({ request }) => request),
  judge({ expect, trace, profile }) {
    for (const call of calls(trace, "contact.blocklist")) {
      const [asked] = requestsSince(trace, call, "get");
      const answer = asked && answerTo(trace, asked);
      if (!expect("list asked of the server", answer === undefined ? "no" : "yes", call.request).is("yes")) continue;
      const list = childOf(answer?.node, profile.requests.blocklist.element);
      const known = childrenOf(list, "item").map((item) => item.attrs["jid"] ?? "");
      expect("blocked contacts", textsIn(call.response?.result, "contacts").toSorted().join(" "), call.response).is(
        known.toSorted().join(" "),
      );
    }
  },
  hint: "Read the list from the server each time: it is the one that counts.",
  mutants: { "blocklist-from-memory": "list asked of the server" },
});
