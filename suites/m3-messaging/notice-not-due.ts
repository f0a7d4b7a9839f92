import { check } from "../kit/index.js";
import { sealedWith } from "../kit/texts.js";
import { openings, openingTexts } from "../scenarios/openings.js";

export default check("m3-messaging/notice-not-due", {
  requirement: "M3-125",
  scenario: openings,
  // Notices that came when one was due: the provider shows them.
  reached(trace) {
    const [changed] = sealedWith(trace, openingTexts.newPhone);
    const [news] = trace.stanzas.toProvider.tag("notification").withChild("identity").list;
    const since = news ?? changed;
    return since === undefined || changed === undefined
      ? []
      : trace.after(since).of("event", ({ event }) => event.kind === "security-notice");
  },
  judge({ expect, reached, trace }) {
    const [changed] = sealedWith(trace, openingTexts.newPhone);
    const early = trace.before(reached[0]).of("event", ({ event }) => event.kind === "security-notice");
    expect("notices without a new key", early.length, early[0] ?? reached[0]).is(0);
    expect("notices of one new key", reached.length, reached.at(-1)).is(1);
    for (const notice of reached)
      expect("contact named in the notice", notice.event["contact"], notice).is(changed?.user);
  },
  hint: "Compare identity keys, not sessions: another session, pre-key message or login with the same key is no news.",
  mutants: {
    "notice-for-renewed-session": "notices without a new key",
    "notice-for-repeated-opening": "notices without a new key",
    "notice-names-last-contact": "contact named in the notice",
    "notice-names-nobody": "contact named in the notice",
  },
});
