import { toHex } from "../../core/bytes.js";
import { ContentError } from "../../protocol/content/errors.js";
import { decodeEnvelope, unwrapContent } from "../../protocol/content/envelope.js";
import { bytesOf, childNamed } from "../../protocol/stanza/node.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutants } from "../behaviour/variant.js";

function hasSenderKey(content: Uint8Array): boolean {
  try {
    return decodeEnvelope(content).senderKey !== undefined;
  } catch {
    return false;
  }
}

/** The last of the unknown fields that the harness adds behind content: field 2045, four bytes. */
const newField = Buffer.of(0xed, 0x7f, 1, 2, 3, 4);

export default mutants({
  "crashes-on-bad-content": {
    sentence: "Crashes when a message does not contain valid content",
    overrides: { messaging: { onBadContent: "crash" } },
  },
  "crashes-on-far-jump": {
    sentence: "Crashes when a counter is further ahead than it can follow",
    overrides: {
      messaging: {
        onUndecryptable({ stanza }) {
          const enc = childNamed(stanza, "enc");
          const bytes = enc && bytesOf(enc);
          if (bytes === undefined || enc?.attrs["type"] !== "msg") return "go-on";
          return inspectMessage("msg", bytes).counter > 25_000 ? "crash" : "go-on";
        },
      },
    },
  },
  "crashes-on-missing-enc": {
    sentence: "Crashes when a message has no encrypted content",
    overrides: { messaging: { onRefused: (problem) => (problem.code === "not-encrypted" ? "crash" : "refuse") } },
  },
  "crashes-on-unknown-content": {
    sentence: "Crashes when a message has an unknown type of content",
    overrides: { messaging: { onUnknownContent: "crash" } },
  },
  "drops-old-messages": {
    sentence: "Ignores messages that waited for more than a week",
    overrides: { messaging: { takesOffline: (age) => age < 7 * 86_400 } },
  },
  "drowns-in-undecryptable": {
    sentence: "Crashes when too many messages of one contact do not open",
    overrides() {
      const counts = new Map<string, number>();
      return {
        messaging: {
          onUndecryptable({ from }) {
            const count = (counts.get(from) ?? 0) + 1;
            counts.set(from, count);
            return count > 60 ? "crash" : "go-on";
          },
        },
      };
    },
  },
  "ignores-wrappers": {
    sentence: "Does not look into the wrappers that ordinary clients put around messages",
    overrides: { messaging: { unwrap: (content) => content } },
  },
  "loses-offline-messages": {
    sentence: "Confirms messages that waited on the server, but does not show them",
    overrides: { messaging: { offline: "dropped" } },
  },
  "mangles-text-in": {
    sentence: "Drops everything but ASCII from the texts that it shows",
    overrides: { messaging: { textIn: (text) => text.replace(/\P{ASCII}/gu, "") } },
  },
  "no-receipt-when-offline": {
    sentence: "Does not answer messages that waited on the server",
    overrides: { messaging: { offline: "unanswered" } },
  },
  "drops-messages-from-ahead": {
    sentence: "Drops messages that waited on the server and whose time lies ahead",
    overrides: { messaging: { takesOffline: (age) => age > -60 } },
  },
  "sorts-waiting-by-time": {
    sentence: "Shows messages that waited on the server in the order of their times",
    overrides: { messaging: { offline: "by-time" } },
  },
  "reverses-offline-order": {
    sentence: "Shows messages that waited on the server in reverse order",
    overrides: { messaging: { offline: "reversed" } },
  },
  "shows-bad-content": {
    sentence: "Shows decrypted bytes that are not valid content",
    overrides: { messaging: { onBadContent: "show" } },
  },
  "shows-duplicates": {
    sentence: "Shows a message again with every redelivery",
    overrides: { messaging: { showsDuplicates: true } },
  },
  "ignores-unknown-content": {
    sentence: "Does not answer a message with an unknown type of content",
    overrides: { messaging: { onUnknownContent: "ignore" } },
  },
  "retries-unknown-content": {
    sentence: "Asks again for a message with an unknown type of content",
    overrides: { messaging: { onUnknownContent: "ask" } },
  },
  "takes-own-ids-for-echoes": {
    sentence: "Ignores a message under the id of one that its user has sent",
    overrides: { messaging: { readsOwnIds: false } },
  },
  "refuses-unknown-fields": {
    sentence: "Rejects content with a field that it does not know, although it knows the others",
    overrides: {
      messaging: {
        unwrap(content) {
          if (!Buffer.from(content).includes(newField)) return unwrapContent(content);
          throw new ContentError("content-malformed", "Read content: found an unknown field, wanted none");
        },
      },
    },
  },
  "folds-id-case": {
    sentence: "Takes two message ids for the same when they differ only in upper and lower case",
    overrides: { messaging: { shownKey: ({ from, id }) => `${from} ${id.toUpperCase()}` } },
  },
  "ignores-sender-in-ids": {
    sentence: "Takes messages of two contacts for the same when their ids are equal",
    overrides: { messaging: { shownKey: ({ id }) => id } },
  },
  "knows-copies-by-ciphertext": {
    sentence: "Takes a message that was encrypted again for a new one, although it has the same id",
    overrides: {
      messaging: {
        shownKey({ from, id, stanza }) {
          const enc = childNamed(stanza, "enc");
          return `${from} ${id} ${toHex((enc && bytesOf(enc)) ?? new Uint8Array(0))}`;
        },
      },
    },
  },
  "knows-copies-by-time": {
    sentence: "Takes a message for a new one when it comes again with another time",
    overrides: { messaging: { shownKey: ({ from, id, t }) => `${from} ${id} ${t}` } },
  },
  "loses-text-beside-key": {
    sentence: "Does not show the text of a message that also contains a sender key",
    overrides: {
      messaging: {
        unwrap: (content) => (hasSenderKey(content) ? Uint8Array.of(0xfa, 0x7f, 0) : unwrapContent(content)),
      },
    },
  },
  "shortens-ids": {
    sentence: "Keeps only the first 20 characters of message ids",
    overrides: { messaging: { shownKey: ({ from, id }) => `${from} ${id.slice(0, 20)}` } },
  },
  "shows-content-without-text": {
    sentence: "Shows an empty message where the content has nothing to show",
    overrides: { messaging: { onUnknownContent: "show-empty" } },
  },
  "shows-unopened-as-empty": {
    sentence: "Shows an empty message instead of one that does not open, and never replaces it",
    overrides: { messaging: { onUndecryptable: () => "show-empty" } },
  },
});
