import { mutant } from "../behaviour/variation.js";

export default mutant("blocklist-from-memory", "Answers with the contacts that it remembers to have blocked", {
  features: { blocklist: "remembered" },
});
