import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { probeAnswer, probeOf } from "../kit/probes.js";
import { leave } from "../kit/waiting.js";

export default check("m2-channel/key-digest", {
  requirement: "M2-75",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    await leave(context, alice);
    meta.arm({ fault: "key-digest-wrong" });
    await alice.connect();
    // A client that uploads because of the answer has done so when it answers a probe.
    await probe.ask("after");
  },
  // A client that does not ask, or uploads at each login in any case, does not need the answer.
  reached: (trace) => (probeAnswer(trace, "after") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached: [fault], trace }) {
    const again = uploads(trace.after(fault));
    expect("uploads after a foreign digest", again.length, again[0] ?? fault).isAtLeast(1);
  },
  hint: "Compare the hash in the server's digest with one over your own keys, and upload all of them again when it differs: others encrypt to keys that you may not have.",
  mutants: { "ignores-key-digest": "uploads after a foreign digest" },
  lawful: ["ignores-server-ping"],
});
