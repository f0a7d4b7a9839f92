import { calls, ending } from "../kit/calls.js";
import { check, type EntryOf, type Trace } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { isOpen, openedMessages, openedWith } from "../kit/texts.js";
import { lastBefore, restarted } from "../scenarios/restarted.js";
import { answersRetries } from "../scenarios/retries.js";

export default check("m3-messaging/retry-after-restart", {
  requirement: "M3-131",
  version: 2,
  scenario: restarted,
  // The request for what was sent before the restart, to a provider that answers one for what it sent after.
  reached(trace) {
    const again = calls(trace, "provider.configure").find((call) => ending(call) === "ok")?.response;
    const [before] = sentBefore(trace);
    if (again === undefined || before === undefined || !answersRetries(trace)) return undefined;
    return trace.after(again).stanzas.toProvider.tag("receipt").attr("type", "retry").attr("id", before.messageId)
      .list[0];
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
    const wanted = textIn(sentBefore(trace)[0]?.content, "text");
    expect("text of the message sent again", textIn(again?.content, "text"), again).is(wanted);
  },
  hint: "Store what you send for a while: a contact may ask for it again after you were restarted.",
  mutants: {
    "stores-after-sending": "message of before the restart sent again",
    "forgets-sent-at-restart": "message of before the restart sent again",
    "resends-empty-text": "text of the message sent again",
  },
});

/** What came before the restart, as it opened: what is wrong with it is judged by m3-messaging/text-out. */
function sentBefore(trace: Trace): readonly EntryOf<"opened">[] {
  return openedWith(trace, (text) => text === lastBefore).filter(isOpen);
}
