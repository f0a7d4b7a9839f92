import { gotKeys, membershipNews, membersIn, openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/distribution-first", {
  requirement: "G-02",
  scenario: groupTalk,
  reached(trace) {
    const founders = membershipNews(trace, "create").flatMap((news) => membersIn(news, "create"));
    return gotKeys(trace) ? openedShared(trace).filter(({ user }) => founders.includes(user)) : [];
  },
  judge({ expect, reached }) {
    const seen = new Set<string>();
    for (const entry of reached) {
      if (seen.has(entry.user)) continue;
      seen.add(entry.user);
      const came = entry.distributed === undefined ? "no" : "yes";
      expect("key came with the member's first message", came, entry).is("yes");
    }
  },
  hint: "Send your sender key to each member in the participants of the message that needs it first, sealed in the session with that member.",
  mutants: { "group-sends-no-key": "key came with the member's first message" },
});
