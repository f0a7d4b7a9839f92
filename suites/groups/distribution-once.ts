import { openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/distribution-once", {
  requirement: "G-03",
  scenario: groupTalk,
  reached: (trace) => openedShared(trace).filter(({ distributed }) => distributed !== undefined),
  judge({ expect, reached }) {
    const given = reached.map(({ user, distributed }) => `key ${distributed?.id} to ${user}`);
    expect("keys sent to members, apart from those that were asked for", given, reached.at(-1)).isUnique();
  },
  hint: "Remember which members have your sender key, and send it only to those who lack it.",
  mutants: { "group-repeats-key": "keys sent to members, apart from those that were asked for" },
  lawful: ["group-new-key-each-message"],
});
