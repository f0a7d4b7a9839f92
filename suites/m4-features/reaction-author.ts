import { check } from "../kit/index.js";
import { openedReactions, reactions, targetOf } from "../scenarios/reactions.js";

export default check("m4-features/reaction-author", {
  requirement: "M4-81",
  scenario: reactions,
  reached: (trace) =>
    openedReactions(trace).flatMap(({ opened }) => (opened.content?.type === "reaction" ? opened : [])),
  judge({ expect, reached, trace }) {
    for (const { opened, wanted } of openedReactions(trace)) {
      if (!reached.includes(opened)) continue;
      const own = wanted.target.from !== opened.user;
      expect("fromMe in the key of a reaction", targetOf(opened).fromMe, opened).is(own);
    }
  },
  hint: "Set fromMe in the key of a reaction when the user reacts to a message of their own, and not otherwise.",
  mutants: { "reaction-always-own": "fromMe in the key of a reaction" },
});
