import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { withoutSelectors } from "../kit/odd-texts.js";
import { openedReactions, reactions, targetOf } from "../scenarios/reactions.js";

export default check("m4-features/reaction-out", {
  requirement: "M4-80",
  version: 2,
  scenario: reactions,
  reached: (trace) => openedReactions(trace).flatMap(({ opened, wanted }) => (wanted.emoji === "" ? [] : opened)),
  judge({ expect, trace }) {
    for (const { opened, wanted } of openedReactions(trace)) {
      if (wanted.emoji === "") continue;
      if (!expect("content of a reaction", opened.content?.type ?? opened.error, opened).is("reaction")) continue;
      // Which spelling it has is judged by m4-features/reaction-spelling-out.
      const emoji = withoutSelectors(textIn(opened.content, "emoji") ?? "");
      expect("emoji", emoji, opened).is(withoutSelectors(wanted.emoji));
      expect("message reacted to", targetOf(opened).id, opened).is(wanted.target.id);
    }
  },
  hint: "Send a reaction as reactionMessage, with the emoji as its text and the id of the message in its key.",
  mutants: {
    "reaction-as-text": "content of a reaction",
    "reaction-other-target": "message reacted to",
    "reaction-first-character": "emoji",
  },
});
