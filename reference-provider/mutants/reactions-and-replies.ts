import { mutants } from "../behaviour/variant.js";

export default mutants({
  "drops-reply-to-unknown": {
    sentence: "Does not show a reply to a message that it does not have",
    overrides: { features: { showsReplyToUnknown: false } },
  },
  "hides-reaction-removal": {
    sentence: "Goes on showing a reaction that was taken back",
    overrides: { features: { reactionIn: (news) => (news.emoji === "" ? undefined : news) } },
  },
  "hides-reactions": {
    sentence: "Does not show reactions",
    overrides: { features: { reactionIn: () => undefined } },
  },
  "hides-reply": {
    sentence: "Shows a reply without the message that it answers",
    overrides: { features: { replyIn: () => undefined } },
  },
  "reaction-always-own": {
    sentence: "Marks the target of every reaction as a message of its own user",
    overrides: {
      features: { reactionOut: (reaction) => ({ ...reaction, target: { ...reaction.target, fromMe: true } }) },
    },
  },
  "reaction-as-text": {
    sentence: "Sends a reaction as a text with the emoji",
    overrides: { features: { reactionOut: ({ emoji }) => ({ type: "text", text: emoji }) } },
  },
  "reaction-in-mirrored": {
    sentence: "Reads the key of a reaction from its own point of view",
    overrides: {
      features: {
        reactionIn: (news) => ({
          ...news,
          target: { ...news.target, from: news.from === news.target.from ? "0@s.whatsapp.net" : news.from },
        }),
      },
    },
  },
  "reaction-other-target": {
    sentence: "Reacts to a message of another id",
    overrides: {
      features: {
        reactionOut: (reaction) => ({ ...reaction, target: { ...reaction.target, id: "3EB0000000000000000000" } }),
      },
    },
  },
  "reaction-removal-unsent": {
    sentence: "Takes a reaction back on its own side only",
    overrides: { features: { reactionOut: (reaction) => (reaction.emoji === "" ? undefined : reaction) } },
  },
  "reaction-shown-as-text": {
    sentence: "Shows a reaction as a message, too",
    overrides: { features: { showsReactionsAsMessages: true } },
  },
  "reply-in-of-sender": {
    sentence: "Shows every reply as an answer to its own author",
    overrides: { features: { replyIn: (reply) => ({ ...reply, from: "0@s.whatsapp.net" }) } },
  },
  "reply-quotes-other-text": {
    sentence: "Quotes something else than what a reply answers",
    overrides: { features: { replyOut: (reply) => ({ ...reply, quotedText: "Something else." }) } },
  },
  "reply-without-author": {
    sentence: "Leaves out whose message a reply answers",
    overrides: {
      features: { replyOut: ({ id, quotedText }) => ({ id, ...(quotedText !== undefined && { quotedText }) }) },
    },
  },
  "reply-without-reference": {
    sentence: "Sends a reply as a text that answers nothing",
    overrides: { features: { replyOut: () => undefined } },
  },
});
