import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { requestOf } from "../kit/requests.js";
import { blocking } from "../scenarios/requests.js";

export default check("m4-features/block", {
  requirement: "M4-95",
  scenario: blocking,
  reached: (trace) => calls(trace, "contact.block").map(({ request }) => request),
  judge({ expect, trace }) {
    for (const call of calls(trace, "contact.block")) {
      const sent = requestOf(trace, call, "contact");
      expect("server told whom the user blocks", sent === undefined ? "no" : "yes", sent ?? call.request).is("yes");
    }
  },
  hint: "Block on the server: send a blocklist request over the chat channel that names the contact.",
  mutants: { "blocks-here-only": "server told whom the user blocks" },
});
