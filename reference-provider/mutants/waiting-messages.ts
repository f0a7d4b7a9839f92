import { mutants } from "../behaviour/variant.js";
import { messageAck } from "../stanzas/acks.js";
import { deliveryReceipt, retryReceipt } from "../stanzas/receipts.js";

/** What waited on the server while the user was away, and what comes again. */
export default mutants({
  "asks-for-older-copies": {
    sentence: "Asks again for a message that comes a second time, unless it was the last one",
    overrides() {
      let last: string | undefined;
      return {
        messaging: {
          received(message) {
            last = message.id;
            return [deliveryReceipt(message)];
          },
          duplicate: (message) => [
            message.id === last
              ? deliveryReceipt(message)
              : retryReceipt(message, { code: "duplicate-message", count: 1, registrationId: 1 }),
          ],
        },
      };
    },
  },
  "drops-older-than-newest": {
    sentence: "Ignores waiting messages that are older than the newest one it has received",
    overrides() {
      let newest = 0;
      return {
        messaging: {
          received(message) {
            newest = Math.max(newest, Number(message.t));
            return [deliveryReceipt(message)];
          },
          takesOffline: (_, { t }) => Number(t) >= newest,
        },
      };
    },
  },
  "forgets-shown-at-restart": {
    sentence: "Does not know after a restart which messages it has shown",
    overrides: { storage: { keepsShown: false } },
  },
  "ignores-bad-waiting-message": {
    sentence: "Acknowledges a waiting message that does not open, and does not ask for it again",
    overrides: {
      messaging: {
        undecryptable: (message, retry) => [message.offline ? messageAck(message) : retryReceipt(message, retry)],
      },
    },
  },
  "loses-first-waiting-message": {
    sentence: "Ignores the first of the messages that waited on the server",
    overrides() {
      let lost: string | undefined;
      return {
        messaging: {
          takesOffline(_, { id }) {
            lost ??= id;
            return id !== lost;
          },
        },
      };
    },
  },
  "loses-waiting-files": {
    sentence: "Ignores files that waited on the server",
    overrides: { messaging: { takesOffline: (_, { stanza }) => stanza.attrs["type"] !== "media" } },
  },
  "loses-waiting-reactions": {
    sentence: "Ignores reactions that waited on the server",
    overrides: { messaging: { takesOffline: (_, { stanza }) => stanza.attrs["type"] !== "reaction" } },
  },
  "loses-waiting-notices": {
    sentence: "Acknowledges notifications that waited on the server, and does not read them",
    overrides: { channel: { readsWaiting: ({ tag }) => tag !== "notification" } },
  },
  "loses-waiting-receipts": {
    sentence: "Acknowledges receipts that waited on the server, and does not read them",
    overrides: { channel: { readsWaiting: ({ tag }) => tag !== "receipt" } },
  },
  "shows-waiting-messages-twice": {
    sentence: "Shows each message that waited on the server twice",
    overrides: { messaging: { offline: "shown-twice" } },
  },
  "takes-ten-waiting-messages": {
    sentence: "Ignores all but ten of the messages that waited on the server",
    overrides: { messaging: { takesOffline: (_, { stanza }) => Number(stanza.attrs["offline"]) <= 10 } },
  },
});
