import { node } from "../../protocol/stanza/node.js";
import { mutants } from "../behaviour/variant.js";
import { chatstate } from "../stanzas/messages.js";

export default mutants({
  "hides-typing": {
    sentence: "Does not show that a contact is typing",
    overrides: { features: { typingIn: () => undefined } },
  },
  "hides-end-of-typing": {
    sentence: "Does not show that a contact has stopped typing",
    overrides: { features: { typingIn: (state) => (state === "paused" ? undefined : state) } },
  },
  "queues-typing": {
    sentence: "Keeps a typing state until the user is connected again",
    overrides: { features: { typingWhileAway: "queued" } },
  },
  "typing-both-states": {
    sentence: "Says in one stanza that the user is typing and has paused",
    overrides: { features: { typing: (to, state) => [node("chatstate", { to }, [node(state), node("paused")])] } },
  },
  "typing-never-paused": {
    sentence: "Does not report that the user stops typing",
    overrides: { features: { typing: (to, state) => (state === "paused" ? [] : [chatstate(to, state)]) } },
  },
  "typing-never-sent": {
    sentence: "Does not report that the user is typing",
    overrides: { features: { typing: (to, state) => (state === "composing" ? [] : [chatstate(to, state)]) } },
  },
  "typing-shown-for-ever": {
    sentence: "Shows a contact as typing until the contact sends a pause",
    overrides: { features: { typingShownMs: undefined } },
  },
  "typing-swapped": {
    sentence: "Sends paused for composing, and composing for paused",
    overrides: { features: { typing: (to, state) => [chatstate(to, state === "paused" ? "composing" : "paused")] } },
  },
  "typing-to-phone-address": {
    sentence:
      "Reports that the user is typing to the contact's digits with the server of phone numbers, whatever the server in the address",
    profile: "whatsapp-lid",
    overrides: {
      features: { typing: (to, state) => [chatstate(to.replace(/@.*/, "@s.whatsapp.net"), state)] },
    },
  },
  "typing-after-message": {
    sentence: "Reports that the user is typing again whenever a message has been sent",
    overrides: { features: { afterSending: (to) => [chatstate(to, "composing")] } },
  },
  "typing-always-composing": {
    sentence: "Reports that the user is typing, whatever the state",
    overrides: { features: { typing: (to) => [chatstate(to, "composing")] } },
  },
  "typing-flickers": {
    sentence: "Reports a pause right after each report that the user is typing",
    overrides: {
      features: {
        typing: (to, state) =>
          state === "paused" ? [chatstate(to, state)] : [chatstate(to, state), chatstate(to, "paused")],
      },
    },
  },
  "typing-shown-once": {
    sentence: "Does not show a contact as typing who stopped and begins again",
    overrides() {
      let paused = false;
      return {
        features: {
          typingIn(state) {
            const shown = paused && state === "composing" ? undefined : state;
            paused = state === "paused";
            return shown;
          },
        },
      };
    },
  },
});
