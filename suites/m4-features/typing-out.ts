import { tellsTyping } from "../scenarios/typing.js";

export default tellsTyping("m4-features/typing-out", {
  requirement: "M4-90",
  version: 2,
  state: "composing",
  hint: "Send a chatstate with the child composing to the contact when the user types.",
  mutants: ["typing-never-sent", "typing-swapped"],
});
