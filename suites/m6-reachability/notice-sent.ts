import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { requestOf } from "../kit/requests.js";
import { reachability } from "../scenarios/requests.js";

export default check("m6-reachability/notice-sent", {
  requirement: "M6-01",
  scenario: reachability,
  reached: (trace) => calls(trace, "reachability.notify").map(({ request }) => request),
  judge({ expect, trace }) {
    for (const call of calls(trace, "reachability.notify")) {
      const sent = requestOf(trace, call, "to");
      expect("notice for the WhatsApp user", sent === undefined ? "none" : "sent", sent ?? call.request).is("sent");
    }
  },
  hint: "Send a reachability notice over the chat channel that names the WhatsApp user.",
  mutants: { "notifies-nobody": "notice for the WhatsApp user" },
});
