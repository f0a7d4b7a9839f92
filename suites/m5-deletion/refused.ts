import { calls, ending } from "../kit/calls.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { probeAnswer, probeOf } from "../kit/probes.js";

export default check("m5-deletion/refused", {
  requirement: "M5-05",
  needs: ["deletion"],
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await probeOf(context, alice, "before");
    meta.arm({ fault: "request-refused", params: { request: "deletion", error: "503" } });
    await alice.tryDelete();
  },
  reached: (trace) => (probeAnswer(trace, "before") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached: [fault], trace }) {
    const [call] = calls(trace, "user.delete");
    if (call !== undefined) {
      expect("answer when the server refuses to delete", ending(call), call.response ?? fault).isNot("ok");
    }
  },
  hint: "Tell the user that Meta still has the account when the server refuses, and try again later.",
  mutants: { "claims-deleted-on-error": "answer when the server refuses to delete" },
  lawful: ["ignores-server-ping"],
});
