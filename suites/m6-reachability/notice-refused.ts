import { calls, ending } from "../kit/calls.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";

export default check("m6-reachability/notice-refused", {
  requirement: "M6-05",
  needs: ["reachability"],
  async drive({ meta, provider }) {
    const [bob, carol] = [await meta.user(), await meta.user()];
    bob.opt("out");
    carol.opt("out");
    const alice = await provider.connectedUser();
    await alice.notify(carol.jid);
    meta.arm({ fault: "request-refused", params: { request: "reachability", error: "429" } });
    await alice.tryNotify(bob.jid);
  },
  reached: appliedFaults,
  judge({ expect, reached: [fault], trace }) {
    const refused = calls(trace, "reachability.notify")[1];
    if (refused === undefined) return;
    expect("answer when the server refuses a notice", ending(refused), refused.response ?? fault).isNot("ok");
  },
  hint: "Notices are limited: tell the user when the server refuses one.",
  mutants: { "claims-notified-on-error": "answer when the server refuses a notice" },
});
