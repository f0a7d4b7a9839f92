import { openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/message-form", {
  requirement: "G-04",
  scenario: groupTalk,
  reached: openedShared,
  judge({ expect, reached, profile }) {
    const steps = new Map<string, string>();
    for (const entry of reached) {
      const { shared, messageId } = entry;
      if (shared === undefined) continue;
      expect("first byte", shared.firstByte, entry).is(Number.parseInt(profile.groups.firstByte, 16));
      steps.set(messageId, `key ${shared.id}, iteration ${shared.iteration}`);
    }
    expect("places in the chain of the key", [...steps.values()], reached.at(-1)).isUnique();
  },
  hint: "A sender key message begins with 0x33, and each uses the next iteration of the chain: never seal two with one message key.",
  mutants: {
    "group-version-nibble": "first byte",
    "group-reuses-iteration": "places in the chain of the key",
  },
});
