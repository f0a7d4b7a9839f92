import { mutant } from "../behaviour/variation.js";

export default mutant(
  "answers-unknown-retry",
  "Sends an empty text to whoever asks for a message that it does not have",
  {
    sessions: { answerToUnknownRetry: "" },
  },
);
