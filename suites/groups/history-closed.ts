import { membershipNews, membersIn, openedShared } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/history-closed", {
  requirement: "G-07",
  scenario: groupTalk,
  reached(trace) {
    const [news] = membershipNews(trace, "add");
    if (news === undefined || !openedShared(trace).some(({ of }) => of < news.seq)) return undefined;
    const newcomers = membersIn(news, "add");
    return openedShared(trace).find(({ user, distributed }) => newcomers.includes(user) && distributed !== undefined);
  },
  judge({ expect, reached: [given], trace }) {
    const { distributed } = given;
    const earlier = openedShared(trace).filter(({ of, shared }) => of < given.of && shared?.id === distributed?.id);
    const readable = earlier.filter(({ shared }) => (shared?.iteration ?? 0) >= (distributed?.iteration ?? 0));
    const ids = [...new Set(readable.map(({ messageId }) => messageId))];
    expect("earlier messages that the newcomer's key opens", ids.length, given).is(0);
  },
  hint: "Give a newcomer the chain as it is now, not as it began, or a new key: what was said before is not for it.",
  mutants: {
    "group-hands-out-first-chain": "earlier messages that the newcomer's key opens",
    "group-reuses-iteration": "earlier messages that the newcomer's key opens",
  },
  lawful: ["group-renews-when-joined"],
});
