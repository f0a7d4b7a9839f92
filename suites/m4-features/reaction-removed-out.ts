import { identifiedCalls, parameter, resultMember } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { isOpen } from "../kit/texts.js";
import { openedReactions, reactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-removed-out", {
  requirement: "M4-82",
  version: 2,
  scenario: reactions,
  // What cannot be opened is judged by m3-messaging/text-out.
  reached(trace) {
    const removals = identifiedCalls(trace, "message.react").filter((call) => parameter(call, "emoji") === "");
    const closed = new Set(trace.of("opened", (entry) => !isOpen(entry)).map(({ messageId }) => messageId));
    return removals.flatMap((call) => (closed.has(resultMember(call, "id") ?? "") ? [] : call.request));
  },
  judge({ expect, reached: [asked], trace }) {
    const [removal] = openedReactions(trace).filter(({ wanted }) => wanted.emoji === "");
    const { opened } = removal ?? {};
    expect("emoji of a reaction that is taken back", opened?.content?.["emoji"] ?? "nothing sent", opened ?? asked).is(
      "",
    );
  },
  hint: "Take a reaction back with another reaction to the same message whose text is empty.",
  mutants: {
    "reaction-removal-unsent": "emoji of a reaction that is taken back",
    "reaction-as-text": "emoji of a reaction that is taken back",
  },
});
