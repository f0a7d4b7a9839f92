import { mutants } from "../behaviour/variant.js";

export default mutants({
  "drops-reply-to-unknown": {
    sentence: "Does not show a reply to an unknown message",
    overrides: { features: { showsReplyToUnknown: false } },
  },
  "hides-reaction-removal": {
    sentence: "Keeps showing a reaction that was removed",
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
    sentence: "Marks the target of every reaction as the user's own message",
    overrides: {
      features: { reactionOut: (reaction) => ({ ...reaction, target: { ...reaction.target, fromMe: true } }) },
    },
  },
  "reaction-as-text": {
    sentence: "Sends a reaction as a text with the emoji",
    overrides: { features: { reactionOut: ({ emoji }) => ({ type: "text", text: emoji }) } },
  },
  "reaction-in-mirrored": {
    sentence: "Reads the target of a reaction from its own point of view",
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
    sentence: "Removes a reaction only on its own side",
    overrides: { features: { reactionOut: (reaction) => (reaction.emoji === "" ? undefined : reaction) } },
  },
  "reaction-shown-as-text": {
    sentence: "Also shows a reaction as a message",
    overrides: { features: { showsReactionsAsMessages: true } },
  },
  "reply-in-of-sender": {
    sentence: "Shows every reply as an answer to its own author",
    overrides: { features: { replyIn: (reply) => ({ ...reply, from: "0@s.whatsapp.net" }) } },
  },
  "reply-quotes-other-text": {
    sentence: "Quotes another text than that of the message that a reply answers",
    overrides: { features: { replyOut: (reply) => ({ ...reply, quotedText: "Something else." }) } },
  },
  "reply-without-author": {
    sentence: "Leaves out the author of the message that a reply answers",
    overrides: {
      features: { replyOut: ({ id, quotedText }) => ({ id, ...(quotedText !== undefined && { quotedText }) }) },
    },
  },
  "reply-without-reference": {
    sentence: "Sends a reply as an ordinary text",
    overrides: { features: { replyOut: () => undefined } },
  },
  "changes-ids-in-references": {
    sentence: "Writes the ids of the messages that it replies or reacts to in capital letters",
    overrides: {
      features: {
        replyOut: ({ id, ...reply }) => ({ ...reply, id: id.toUpperCase() }),
        reactionOut: ({ target, ...reaction }) => ({ ...reaction, target: { ...target, id: target.id.toUpperCase() } }),
      },
    },
  },
});
