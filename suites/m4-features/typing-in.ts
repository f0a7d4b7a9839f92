import { showsTyping } from "../scenarios/typing.js";

export default showsTyping("m4-features/typing-in", {
  requirement: "M4-91",
  version: 3,
  state: "composing",
  hint: "Show the user when a contact types.",
  mutants: ["hides-typing"],
});
