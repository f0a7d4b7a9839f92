import { check } from "../kit/index.js";
import { expectCatalogued } from "../kit/streams.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/stanza-schema", {
  requirement: "G-23",
  scenario: groupTalk,
  reached: (trace) => trace.stanzas.fromProvider.where(({ node }) => node.attrs["to"]?.endsWith("g.us") === true).list,
  judge: ({ expect, reached }) => expectCatalogued(expect, reached),
  hint: "Stanzas of a group have the group in to, the author of what they answer in participant, and nothing else besides.",
  mutants: {
    "group-names-addressing": "breaches of the stanza catalogue",
    "group-receipt-without-author": "breaches of the stanza catalogue",
  },
  lawful: ["group-sends-phash"],
});
