import { mutant } from "../behaviour/variation.js";

export default mutant("reaction-removal-unsent", "Takes a reaction back on its own side only", {
  features: { reactionOut: (reaction) => (reaction.emoji === "" ? undefined : reaction) },
});
