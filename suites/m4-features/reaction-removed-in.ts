import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { sealedReactions, shownReactions } from "../kit/reactions.js";
import { deliveries } from "../kit/texts.js";
import { reactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-removed-in", {
  requirement: "M4-84",
  scenario: reactions,
  reached: (trace) =>
    sealedReactions(trace).filter(
      ({ messageId, content }) => content["emoji"] === "" && deliveries(trace, messageId).length > 0,
    ),
  judge({ expect, reached: [removal], trace }) {
    const target = String(memberOf(removal.content["target"], "id"));
    const events = shownReactions(trace.after(removal), target).filter(({ event }) => event["emoji"] === "");
    expect("removal of a reaction shown", events.length > 0, events[0] ?? removal).is(true);
  },
  hint: "A reaction with an empty text takes the sender's earlier reaction to that message back.",
  mutants: {
    "hides-reactions": "removal of a reaction shown",
    "hides-reaction-removal": "removal of a reaction shown",
  },
});
