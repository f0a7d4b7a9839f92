import { check } from "../kit/index.js";
import { memberOf, textIn } from "../kit/json.js";
import { expectText, withoutSelectors } from "../kit/odd-texts.js";
import { deliveredReactions, reactions, shownReactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-spelling-in", {
  requirement: "M4-111",
  scenario: reactions,
  reached: (trace) => deliveredReactions(trace, "emoji"),
  judge({ expect, reached, trace }) {
    for (const sealed of reached) {
      const wanted = textIn(sealed.content, "emoji") ?? "";
      const target = String(memberOf(sealed.content["target"], "id"));
      const events = shownReactions(trace, target).filter(
        ({ event }) => withoutSelectors(String(event["emoji"])) === withoutSelectors(wanted),
      );
      // Whether it is shown at all is judged by m4-features/reaction-in.
      const exact = events.find(({ event }) => event["emoji"] === wanted) ?? events[0];
      if (exact !== undefined) expectText(expect, "spelling of the emoji", textIn(exact.event, "emoji"), wanted, exact);
    }
  },
  hint: "Show the emoji as it came, with or without a variation selector (U+FE0F, U+FE0E).",
  mutants: { "reaction-drops-selector": "spelling of the emoji" },
});
