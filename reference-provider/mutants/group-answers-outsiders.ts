import { mutant } from "../behaviour/variation.js";

export default mutant(
  "group-answers-outsiders",
  "Sends a message and its key to whoever asks for it, in the group or not",
  {
    groups: { answersRetry: () => true },
  },
);
