import { mutants } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { messageStanza } from "../stanzas/messages.js";

export default mutants({
  "claims-sent-at-once": {
    sentence: "Reports messages as sent before the server has accepted them",
    overrides: { messaging: { waitsForAck: false } },
  },
  "claims-sent-on-error": {
    sentence: "Reports messages as sent although the server refused them",
    overrides: { messaging: { sendError: () => undefined } },
  },
  "cuts-text-out": {
    sentence: "Drops the last character of plain texts that it sends",
    overrides: { messaging: { textOut: (text) => (/^\p{ASCII}+$/u.test(text) ? text.slice(0, -1) : text) } },
  },
  "extra-phash-attribute": {
    sentence: "Adds an attribute to its messages that only the server may set",
    overrides: {
      messaging: { message: (head, enc) => withAttribute(messageStanza(head, enc), "phash", "2:AAAAAAAA") },
    },
  },
  "mangles-text-out": {
    sentence: "Drops everything but ASCII from the texts that it sends",
    overrides: { messaging: { textOut: (text) => text.replace(/\P{ASCII}/gu, "") } },
  },
  "remembers-refusal": {
    sentence: "Never again writes to a contact after one refused message",
    overrides: { messaging: { afterRefusal: () => "give-up-on-contact" } },
  },
  "resends-after-463": {
    sentence: "Repeats a message that the server refused with 463",
    overrides: { messaging: { afterRefusal: (error) => (error === "463" ? "send-again" : "nothing") } },
  },
  "resends-refused-message": {
    sentence: "Repeats a message that the server refused",
    overrides: { messaging: { afterRefusal: () => "send-again" } },
  },
  "reuses-message-id": {
    sentence: "Gives all its messages the same id",
    overrides: { messaging: { messageId: (fresh, previous) => previous ?? fresh() } },
  },
  "sends-again-as-new": {
    sentence: "Repeats an unanswered message under another id",
    overrides: { messaging: { afterSilence: "send-as-new" } },
  },
  "repeats-taken-messages": {
    sentence: "Repeats after each login what the server has accepted before",
    overrides: { messaging: { taken: "repeated" } },
  },
  "sends-taken-as-new": {
    sentence: "Repeats after each login, under new ids, what the server has accepted before",
    overrides: { messaging: { taken: "sent-as-new" } },
  },
});
