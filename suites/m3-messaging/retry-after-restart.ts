import { calls, ending } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { lastBefore, restarted } from "../scenarios/restarted.js";

export default check("m3-messaging/retry-after-restart", {
  requirement: "M3-131",
  scenario: restarted,
  // The request for what was sent before the restart, to a provider that writes again.
  reached(trace) {
    const again = calls(trace, "provider.configure").find((call) => ending(call) === "ok")?.response;
    const [request] = trace.stanzas.toProvider.tag("receipt").attr("type", "retry").list;
    if (again === undefined || request === undefined) return undefined;
    return openedMessages(trace.before(request)).some((entry) => isOpen(entry) && entry.seq > again.seq)
      ? request
      : undefined;
  },
  judge({ expect, reached: [request], trace }) {
    const id = request.node.attrs["id"];
    const again = openedMessages(trace.after(request)).find((entry) => isOpen(entry) && entry.messageId === id);
    if (
      !expect("message of before the restart sent again", again === undefined ? "no" : "yes", again ?? request).is(
        "yes",
      )
    )
      return;
    expect("text of the message sent again", textIn(again?.content, "text"), again).is(lastBefore);
  },
  hint: "Store what you send for a while: a contact may ask for it again after you were restarted.",
  mutants: {
    "forgets-sent-at-restart": "message of before the restart sent again",
    "resends-empty-text": "text of the message sent again",
  },
});
