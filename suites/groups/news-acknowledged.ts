import { membershipNews } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/news-acknowledged", {
  requirement: "G-24",
  scenario: groupTalk,
  reached: (trace) => [
    ...membershipNews(trace, "create"),
    ...membershipNews(trace, "add"),
    ...membershipNews(trace, "remove"),
  ],
  judge({ expect, reached, trace }) {
    for (const news of reached) {
      const { id = "", from } = news.node.attrs as Partial<Record<string, string>>;
      const [ack] = trace.stanzas.fromProvider.tag("ack").attr("class", "notification").attr("id", id).list;
      expect("news of the group acknowledged", ack === undefined ? "no" : "yes", ack ?? news).is("yes");
      if (ack !== undefined) expect("acknowledgement goes to", ack.node.attrs["to"], ack).is(from);
    }
  },
  hint: "Acknowledge notifications of type w:gp2 like all others, with the group in to, once you have taken in who came and who went.",
  mutants: {
    "no-notification-ack": "news of the group acknowledged",
    "refuses-long-interop-jid": "news of the group acknowledged",
  },
});
