import { check } from "../kit/index.js";
import { chatstates, typing } from "../scenarios/typing.js";

export default check("m4-features/typing-form", {
  requirement: "M4-94",
  scenario: typing,
  reached: chatstates,
  judge({ expect, reached }) {
    for (const entry of reached) {
      const children = entry.node.children ?? [];
      expect("children of a typing state", children.map(({ tag }) => tag).join(" "), entry).matches(
        /^(?:composing|paused)$/,
      );
    }
  },
  hint: "A chatstate has one child, composing or paused, and nothing else.",
  mutants: { "typing-both-states": "children of a typing state" },
});
