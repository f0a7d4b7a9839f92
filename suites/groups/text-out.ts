import { gotKeys, openedInGroup } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { expectSameTexts, requestedTexts } from "../kit/texts.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/text-out", {
  requirement: "G-01",
  scenario: groupTalk,
  // Other checks judge what did not open at first; what never opened has no text.
  reached: (trace) => (gotKeys(trace) ? openedInGroup(trace).filter(({ error }) => error === undefined) : []),
  judge({ expect, trace, reached }) {
    const requested = requestedTexts(trace);
    // groups/retry-answered judges an id that was never reported.
    expectSameTexts(
      expect,
      trace,
      reached.filter(({ messageId }) => requested.has(messageId)),
    );
    for (const entry of openedInGroup(trace)) {
      const readable = reached.some(({ messageId, user }) => messageId === entry.messageId && user === entry.user);
      expect("member can read the message", readable ? "yes" : (entry.error ?? "no"), entry).is("yes");
    }
  },
  hint: "Seal each message once with your sender key for the group, and see to it that every member has that key.",
  mutants: {
    "group-mangles-text-out": "text",
    "writes-to-no-changed-identity": "member can read the message",
    "group-reuses-iteration": "member can read the message",
  },
  lawful: ["group-new-key-each-message", "group-renews-when-joined", "group-sends-phash"],
});
