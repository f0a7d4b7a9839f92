import { check } from "../kit/index.js";
import { memberOf, textIn } from "../kit/json.js";
import { shown } from "../kit/texts.js";
import { offline, waitedMessages } from "../scenarios/absence.js";

export default check("m3-messaging/offline-kinds", {
  requirement: "M3-129",
  version: 2,
  scenario: offline,
  needs: [["reactions", "media-receive"]],
  // Where no text is shown either, m3-messaging/offline-messages says so.
  reached(trace) {
    const waited = waitedMessages(trace);
    const isShown = waited.some(
      ({ content, messageId }) => content.type === "text" && shown(trace, messageId).length > 0,
    );
    return isShown ? waited.filter(({ content }) => content.type !== "text") : [];
  },
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      if (entry.content.type === "media") {
        const events = shown(trace, entry.messageId);
        expect("times a file from the mailbox is shown", events.length, events.at(-1) ?? entry).is(1);
        continue;
      }
      const target = textIn(entry.content["target"], "id");
      const events = trace.of(
        "event",
        ({ event }) => event.kind === "reaction" && memberOf(event["target"], "id") === target,
      );
      expect("times a reaction from the mailbox is shown", events.length, events.at(-1) ?? entry).is(1);
      expect("emoji of a reaction from the mailbox", events[0]?.event["emoji"], events[0] ?? entry).is(
        entry.content["emoji"],
      );
    }
  },
  hint: "The mailbox holds all kinds of messages: treat each as you would if you had been there.",
  mutants: {
    "drops-older-than-newest": "times a file from the mailbox is shown",
    "loses-waiting-files": "times a file from the mailbox is shown",
    "opens-documents-as-images": "times a file from the mailbox is shown",
    "hides-reactions": "times a reaction from the mailbox is shown",
    "loses-waiting-reactions": "times a reaction from the mailbox is shown",
  },
  lawful: ["receipts-in-list"],
});
