import { groupMessages, membershipNews, membersIn, shareHolders } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/outsider-unanswered", {
  requirement: "G-10",
  scenario: groupTalk,
  reached(trace) {
    const [news] = membershipNews(trace, "remove");
    if (news === undefined) return undefined;
    const removed = membersIn(news, "remove");
    const asked = trace
      .after(news)
      .stanzas.toProvider.tag("receipt")
      .attr("type", "retry")
      .where(({ node }) => removed.includes(node.attrs["participant"] ?? "")).list[0];
    // A client that answers the later request of a member could have answered this one.
    return asked === undefined || groupMessages(trace.after(asked)).length === 0 ? undefined : asked;
  },
  judge({ expect, reached: [asked], trace }) {
    const { participant = "" } = asked.node.attrs as Partial<Record<string, string>>;
    const sent = groupMessages(trace.after(asked)).filter((entry) => shareHolders(entry).includes(participant));
    expect("messages sealed for somebody who left", sent.length, sent[0] ?? asked).is(0);
  },
  hint: "A retry receipt must not be a way into a group: before you send a message or a key again, see whether the asker is a member.",
  mutants: { "group-answers-outsiders": "messages sealed for somebody who left" },
});
