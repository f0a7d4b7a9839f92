import { tellsTyping } from "../scenarios/typing.js";

export default tellsTyping("m4-features/typing-stopped-out", {
  requirement: "M4-190",
  state: "paused",
  hint: "Send a chatstate with the child paused to the contact when the user stops.",
  mutants: ["typing-never-paused", "typing-always-composing", "typing-swapped"],
});
