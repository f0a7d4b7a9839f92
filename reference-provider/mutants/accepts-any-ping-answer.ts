import { mutant } from "../behaviour/variation.js";

export default mutant("accepts-any-ping-answer", "Takes the answer to any request for the answer to its ping", {
  channel: { answersPing: () => true },
});
