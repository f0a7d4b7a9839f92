import { mutant } from "../behaviour/variation.js";

export default mutant("reaction-in-mirrored", "Reads the key of a reaction from its own point of view", {
  features: {
    reactionIn: (news) => ({
      ...news,
      target: { ...news.target, from: news.from === news.target.from ? "0@s.whatsapp.net" : news.from },
    }),
  },
});
