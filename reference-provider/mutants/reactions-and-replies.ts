import { unwrapContent } from "../../protocol/content/envelope.js";
import { ContentError } from "../../protocol/content/errors.js";
import { textFormOf } from "../../protocol/content/text-forms.js";
import { lawfulMessaging } from "../behaviour/messaging.js";
import { mutants } from "../behaviour/variant.js";
import { escapeMarkup } from "./texts.js";

/** An address that nobody has, at the same server. */
function nobodyNear(address: string): string {
  return address.replace(/^.*@/, "0@");
}

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
          target: { ...news.target, from: news.from === news.target.from ? nobodyNear(news.from) : news.from },
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
    overrides: { features: { reactionAsText: (emoji) => emoji } },
  },
  "reply-in-of-sender": {
    sentence: "Shows every reply as an answer to its own author",
    overrides: { features: { replyIn: (reply) => ({ ...reply, from: nobodyNear(reply.from) }) } },
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
  "drops-reaction-with-selector": {
    sentence: "Does not show a reaction whose emoji has a variation selector",
    overrides: { features: { reactionIn: (news) => (/[\ufe0e\ufe0f]/.test(news.emoji) ? undefined : news) } },
  },
  "drops-reply-with-empty-quote": {
    sentence: "Does not show a reply whose quote is empty",
    overrides: {
      messaging: {
        unwrap(bytes) {
          const content = unwrapContent(bytes);
          if (textFormOf(content).quote !== "empty") return content;
          throw new ContentError("content-missing-field", "Decode content: found an empty quote, wanted a message");
        },
      },
    },
  },
  "escapes-quotes": {
    sentence: "Writes the markup characters of a quoted text as entities",
    overrides: {
      features: {
        replyOut: ({ quotedText, ...reply }) => ({
          ...reply,
          ...(quotedText !== undefined && { quotedText: escapeMarkup(quotedText) }),
        }),
      },
    },
  },
  "forgets-resent-in-reactions": {
    sentence: "Does not show a reaction to a message that it had to ask for again",
    overrides() {
      const asked = new Set<string>();
      return {
        messaging: {
          undecryptable(message, retry) {
            asked.add(message.id);
            return lawfulMessaging.undecryptable(message, retry);
          },
        },
        features: { reactionIn: (news) => (asked.has(news.target.id) ? undefined : news) },
      };
    },
  },
  "forgets-resent-in-replies": {
    sentence: "Sends the answer to a message that it had to ask for again as an ordinary text",
    overrides() {
      const asked = new Set<string>();
      return {
        messaging: {
          undecryptable(message, retry) {
            asked.add(message.id);
            return lawfulMessaging.undecryptable(message, retry);
          },
        },
        features: { replyOut: (reply) => (asked.has(reply.id) ? undefined : reply) },
      };
    },
  },
  "hides-reply-to-file": {
    sentence: "Shows a reply to a file without the message that it answers",
    overrides() {
      const files = new Set<string>();
      return {
        messaging: {
          received(message) {
            if (message.stanza.attrs["type"] === "media") files.add(message.id);
            return lawfulMessaging.received(message);
          },
        },
        features: { replyIn: (reply) => (files.has(reply.id) ? undefined : reply) },
      };
    },
  },
  "keeps-first-reaction": {
    sentence: "Keeps showing the first reaction of a contact when the contact reacts with another emoji",
    overrides() {
      const reacted = new Set<string>();
      return {
        features: {
          reactionIn(news) {
            const key = `${news.from} ${news.target.id}`;
            if (news.emoji === "") reacted.delete(key);
            else if (reacted.has(key)) return undefined;
            else reacted.add(key);
            return news;
          },
        },
      };
    },
  },
  "quotes-files-as-texts": {
    sentence: "Quotes a file as if it were a text",
    overrides: {
      features: { replyOut: (reply) => ({ ...reply, quotedText: reply.quotedText ?? "[file]" }) },
    },
  },
  "reaction-adds-selector": {
    sentence: "Adds a variation selector to the emoji of the reactions that it sends",
    overrides: {
      features: {
        reactionOut: (reaction) => ({ ...reaction, emoji: reaction.emoji.replace(/^(.)$/u, "$1\ufe0f") }),
      },
    },
  },
  "reaction-drops-selector": {
    sentence: "Shows the emoji of reactions without their variation selectors",
    overrides: { features: { reactionIn: (news) => ({ ...news, emoji: news.emoji.replace(/[\ufe0e\ufe0f]/g, "") }) } },
  },
  "reaction-first-character": {
    sentence: "Sends only the first character of an emoji that has several",
    overrides: {
      features: { reactionOut: (reaction) => ({ ...reaction, emoji: /^./u.exec(reaction.emoji)?.[0] ?? "" }) },
    },
  },
  "reaction-removal-as-message": {
    sentence: "Shows an empty message when a reaction is taken back",
    overrides: { features: { reactionAsText: (emoji) => (emoji === "" ? "" : undefined) } },
  },
  "reply-names-itself": {
    sentence: "Names its own user as the author of every message that it answers",
    overrides: { features: { replyOut: (reply, { login }) => ({ ...reply, participant: login }) } },
  },
  "reply-with-file-loses-reference": {
    sentence: "Sends a file that answers a message as an ordinary file",
    overrides: { features: { replyOut: (reply, { withFile }) => (withFile ? undefined : reply) } },
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
