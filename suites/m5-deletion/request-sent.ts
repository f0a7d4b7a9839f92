import { calls } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { requestOf } from "../kit/requests.js";
import { deletion } from "../scenarios/requests.js";

export default check("m5-deletion/request-sent", {
  requirement: "M5-01",
  scenario: deletion,
  reached: (trace) => calls(trace, "user.delete").map(({ request }) => request),
  judge({ expect, reached: [asked], trace }) {
    for (const call of calls(trace, "user.delete")) {
      const sent = requestOf(trace, call);
      expect("request over the chat channel", sent === undefined ? "none" : "sent", sent ?? asked).is("sent");
    }
  },
  hint: "When a user opts out, ask Meta over the chat channel to remove the account; deleting it at your side is not enough.",
  mutants: { "deletes-here-only": "request over the chat channel" },
});
