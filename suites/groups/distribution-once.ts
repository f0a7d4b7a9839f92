import { openedShared } from "../kit/groups.js";
import { check, type EntryOf } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/distribution-once", {
  requirement: "G-03",
  version: 2,
  scenario: groupTalk,
  reached: (trace) => openedShared(trace).filter(({ distributed }) => distributed !== undefined),
  judge({ expect, reached, trace }) {
    // A new identity key is that of another installation, which has no keys yet.
    const phone = (entry: EntryOf<"opened">): string => {
      const news = trace.before(entry).stanzas.toProvider.tag("notification").withChild("identity").list;
      return `${entry.user} ${news.filter(({ node }) => node.attrs["from"] === entry.user).length}`;
    };
    const given = reached.map((entry) => `key ${entry.distributed?.id} to ${phone(entry)}`);
    expect("keys sent to members, apart from those that were asked for", given, reached.at(-1)).isUnique();
  },
  hint: "Remember which members have your sender key, and send it only to those who lack it.",
  mutants: { "group-repeats-key": "keys sent to members, apart from those that were asked for" },
  lawful: ["group-new-key-each-message"],
});
