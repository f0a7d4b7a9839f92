import { mutant } from "../behaviour/variation.js";

export default mutant("reaction-other-target", "Reacts to a message of another id", {
  features: {
    reactionOut: (reaction) => ({ ...reaction, target: { ...reaction.target, id: "3EB0000000000000000000" } }),
  },
});
