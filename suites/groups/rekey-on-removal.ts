import { membershipNews, openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/rekey-on-removal", {
  requirement: "G-08",
  scenario: groupTalk,
  reached(trace) {
    const [news] = membershipNews(trace, "remove");
    const sent = openedShared(trace);
    return news !== undefined && sent.some(({ of }) => of < news.seq)
      ? sent.find(({ of }) => of > news.seq)
      : undefined;
  },
  judge({ expect, reached: [next], trace }) {
    const before = openedShared(trace)
      .filter(({ of }) => membershipNews(trace, "remove").some(({ seq }) => of < seq))
      .map(({ shared }) => shared?.id);
    const known = before.includes(next.shared?.id) ? "the one that the removed member has" : "a new one";
    expect("key after a member was removed", known, next).is("a new one");
  },
  hint: "When a member leaves or is removed, make a new sender key and distribute it to those who stay: the old one is known to somebody who must not read on.",
  mutants: { "group-keeps-key": "key after a member was removed" },
  lawful: ["group-new-key-each-message"],
});
