import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/group-talk.js";

export default check("groups/stanza-schema", {
  requirement: "G-23",
  scenario: groupTalk,
  reached: (trace) => trace.stanzas.fromProvider.where(({ node }) => node.attrs["to"]?.endsWith("g.us") === true).list,
  judge({ expect, reached }) {
    for (const entry of reached) {
      const broken = entry.violations.map((violation) => violation.message);
      expect("breaches of the stanza catalogue", broken, entry).isEmpty();
    }
  },
  hint: "Stanzas of a group have the group in to, the author of what they answer in participant, and nothing else besides.",
  mutants: {
    "group-names-addressing": "breaches of the stanza catalogue",
    "group-receipt-without-author": "breaches of the stanza catalogue",
  },
  lawful: ["group-sends-phash"],
});
