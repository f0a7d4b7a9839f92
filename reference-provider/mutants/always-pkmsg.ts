import { mutant } from "../behaviour/variation.js";

export default mutant("always-pkmsg", "Begins a new session for every message", {
  messaging: { beginsSession: () => true },
});
