import { mutant } from "../behaviour/variation.js";

export default mutant("reaction-always-own", "Marks the target of every reaction as a message of its own user", {
  features: { reactionOut: (reaction) => ({ ...reaction, target: { ...reaction.target, fromMe: true } }) },
});
