import { calls, ending } from "../kit/calls.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";

export default check("m4-features/block-refused", {
  requirement: "M4-98",
  needs: ["blocking"],
  async drive({ meta, provider }) {
    const [bob, carol] = [await meta.user(), await meta.user()];
    const alice = await provider.connectedUser();
    await alice.block(carol.jid);
    meta.arm({ fault: "request-refused", params: { request: "blocklist", error: "503" } });
    await alice.tryBlock(bob.jid);
  },
  reached: appliedFaults,
  judge({ expect, reached: [fault], trace }) {
    const refused = calls(trace, "contact.block")[1];
    if (refused === undefined) return;
    expect("answer when the server refuses to block", ending(refused), refused.response ?? fault).isNot("ok");
  },
  hint: "Tell the user when the server refuses: a contact who seems blocked and is not can go on writing.",
  mutants: { "claims-blocked-on-error": "answer when the server refuses to block" },
});
