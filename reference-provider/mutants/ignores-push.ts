import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-push", "Takes pushes and does nothing about them", {
  push: { reconnects: false },
});
