import { mutant } from "../behaviour/variation.js";

export default mutant("hides-reaction-removal", "Goes on showing a reaction that was taken back", {
  features: { reactionIn: (news) => (news.emoji === "" ? undefined : news) },
});
