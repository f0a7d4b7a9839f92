import { groupMessages, membershipNews, membersIn, shareHolders } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/removed-left-out", {
  requirement: "G-09",
  scenario: groupTalk,
  reached(trace) {
    const [news] = membershipNews(trace, "remove");
    return news === undefined
      ? []
      : groupMessages(trace.after(news)).filter(({ node }) => !("participant" in node.attrs));
  },
  judge({ expect, reached, trace }) {
    const removed = membershipNews(trace, "remove").flatMap((news) => membersIn(news, "remove"));
    for (const entry of reached) {
      const given = shareHolders(entry).filter((jid) => removed.includes(jid));
      expect("keys for members that were removed", given.length, entry).is(0);
    }
  },
  hint: "Distribute to those who are members now, as the last news of the group has it.",
  mutants: { "group-writes-to-removed": "keys for members that were removed" },
});
