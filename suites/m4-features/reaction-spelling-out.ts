import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { expectText, withoutSelectors } from "../kit/odd-texts.js";
import { openedReactions, reactions } from "../scenarios/reactions.js";

export default check("m4-features/reaction-spelling-out", {
  requirement: "M4-110",
  scenario: reactions,
  // Whether it is the right emoji at all is judged by m4-features/reaction-out.
  reached: (trace) =>
    openedReactions(trace).flatMap(({ opened, wanted }) =>
      opened.content?.type === "reaction" &&
      withoutSelectors(textIn(opened.content, "emoji") ?? "") === withoutSelectors(wanted.emoji)
        ? opened
        : [],
    ),
  judge({ expect, reached, trace }) {
    for (const { opened, wanted } of openedReactions(trace)) {
      if (!reached.includes(opened)) continue;
      expectText(expect, "spelling of the emoji", textIn(opened.content, "emoji"), wanted.emoji, opened);
    }
  },
  hint: "Send the emoji in the spelling that the user chose: neither add nor remove a variation selector (U+FE0F, U+FE0E).",
  mutants: { "reaction-first-character": "spelling of the emoji", "reaction-adds-selector": "spelling of the emoji" },
});
