import { gotKeys, membershipNews, membersIn, openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/newcomer", {
  requirement: "G-06",
  scenario: groupTalk,
  reached(trace) {
    const newcomers = membershipNews(trace, "add").flatMap((news) => membersIn(news, "add"));
    return openedShared(trace).filter(
      ({ user, error }) => newcomers.includes(user) && error !== "bad-signature" && gotKeys(trace),
    );
  },
  judge({ expect, reached: [first] }) {
    expect("newcomer can open the first message", first.error ?? "yes", first).is("yes");
  },
  hint: "When somebody joins, send your sender key along with the next message.",
  mutants: {
    "group-forgets-newcomer": "newcomer can open the first message",
    "group-sends-no-key": "newcomer can open the first message",
  },
  lawful: ["group-renews-when-joined"],
});
