import { showsTyping } from "../scenarios/typing.js";

export default showsTyping("m4-features/typing-stopped-in", {
  requirement: "M4-191",
  state: "paused",
  hint: "Show the user when a contact stops typing.",
  mutants: ["hides-typing", "hides-end-of-typing"],
});
