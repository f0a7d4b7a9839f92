import { lawful } from "../behaviour/variation.js";

export default lawful("asks-four-times", "Gives a message up after asking for it four times", {
  sessions: { maximumRetries: 4 },
});
