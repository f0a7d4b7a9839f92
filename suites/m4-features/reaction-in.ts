import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { memberOf } from "../kit/json.js";
import { withoutSelectors } from "../kit/odd-texts.js";
import { shown } from "../kit/texts.js";
import { deliveredReactions, reactions, shownReactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-in", {
  requirement: "M4-83",
  version: 2,
  scenario: reactions,
  // Reactions to what came only on request are judged by m4-features/reaction-to-resent.
  reached(trace) {
    const late = appliedFaults(trace, "ciphertext-corrupted").map(({ messageId }) => messageId);
    return deliveredReactions(trace, "emoji").filter(
      ({ content }) => !late.includes(String(memberOf(content["target"], "id"))),
    );
  },
  judge({ expect, reached, trace }) {
    for (const sealed of reached) {
      const { user, messageId, content } = sealed;
      const target = String(memberOf(content["target"], "id"));
      // Which spelling it has is judged by m4-features/reaction-spelling-in.
      const wanted = withoutSelectors(String(content["emoji"]));
      const [event] = shownReactions(trace, target).filter(
        ({ event: { emoji } }) => withoutSelectors(String(emoji)) === wanted,
      );
      const whose = memberOf(event?.event["target"], "from");
      expect("reaction shown to the user", event === undefined ? "no" : "yes", event ?? sealed).is("yes");
      const own = memberOf(content["target"], "fromMe") === true;
      if (event !== undefined) expect("reaction shown at the sender's own message", whose === user, event).is(own);
      const asMessage = shown(trace, messageId);
      expect("reaction shown as a message of its own", asMessage.length, asMessage[0] ?? sealed).is(0);
    }
  },
  hint: "Show a reaction at the message that it names, and not as a message. The key is written from the sender's point of view.",
  mutants: {
    "hides-reactions": "reaction shown to the user",
    "drops-reaction-with-selector": "reaction shown to the user",
    "keeps-first-reaction": "reaction shown to the user",
    "reaction-shown-as-text": "reaction shown as a message of its own",
    "reaction-in-mirrored": "reaction shown at the sender's own message",
  },
});
