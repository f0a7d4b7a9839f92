import { groupMessages, shareHolders } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/new-identity-supplied", {
  requirement: "G-40",
  scenario: groupTalk,
  // The first message to the group after the news that a member has a new identity key. The member had the key before, and
  // had not asked for it.
  reached(trace) {
    const [news] = trace.stanzas.toProvider.tag("notification").withChild("identity").list;
    if (news === undefined) return undefined;
    const member = news.node.attrs["from"] ?? "";
    const unasked = groupMessages(trace.before(news)).filter(({ node }) => node.attrs["participant"] === undefined);
    const hadKey = unasked.some((message) => shareHolders(message).includes(member));
    return hadKey ? groupMessages(trace.after(news))[0] : undefined;
  },
  judge({ expect, reached: [message], trace }) {
    const [news] = trace.stanzas.toProvider.tag("notification").withChild("identity").list;
    const given = shareHolders(message).includes(news?.node.attrs["from"] ?? "");
    expect("key for a member with a new identity key", given ? "given" : "none", message).is("given");
  },
  hint: "A member with a new identity key has lost your sender key: give it to this member with the next message.",
  mutants: {
    "group-forgets-newcomer": "key for a member with a new identity key",
    "group-ignores-new-identity": "key for a member with a new identity key",
    "writes-to-no-changed-identity": "key for a member with a new identity key",
  },
});
