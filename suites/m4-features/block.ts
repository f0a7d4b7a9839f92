import { calls, parameter } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { mentions, requestsSince } from "../kit/requests.js";
import { blocking } from "../scenarios/blocking.js";

export default check("m4-features/block", {
  requirement: "M4-95",
  scenario: blocking,
  reached: (trace) => calls(trace, "contact.block").map(({ request }) => request),
  judge({ expect, trace }) {
    for (const call of calls(trace, "contact.block")) {
      const contact = parameter(call, "contact") ?? "";
      const [told] = requestsSince(trace, call, "set").filter(({ node }) => mentions(node, contact));
      expect("server told whom the user blocks", told === undefined ? "no" : "yes", told ?? call.request).is("yes");
    }
  },
  hint: "Block on the server: send a blocklist request over the chat channel that names the contact.",
  mutants: { "blocks-here-only": "server told whom the user blocks" },
});
