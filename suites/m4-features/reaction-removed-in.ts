import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { shown } from "../kit/texts.js";
import { deliveredReactions, reactions, shownReactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-removed-in", {
  requirement: "M4-84",
  version: 2,
  scenario: reactions,
  reached: (trace) => deliveredReactions(trace, "removal"),
  judge({ expect, reached: [removal], trace }) {
    const target = String(memberOf(removal.content["target"], "id"));
    const events = shownReactions(trace.after(removal), target).filter(({ event }) => event["emoji"] === "");
    expect("removal of a reaction shown", events.length > 0, events[0] ?? removal).is(true);
    const asMessage = shown(trace, removal.messageId);
    expect("removal shown as a message of its own", asMessage.length, asMessage[0] ?? removal).is(0);
  },
  hint: "A reaction with an empty text takes the sender's earlier reaction to that message back.",
  mutants: {
    "hides-reactions": "removal of a reaction shown",
    "reaction-shown-as-text": "removal shown as a message of its own",
    "reaction-removal-as-message": "removal shown as a message of its own",
    "hides-reaction-removal": "removal of a reaction shown",
  },
});
