import { ending, lastCall } from "../kit/calls.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf } from "../kit/probes.js";

export default check("m2-channel/hello-unknown-fields", {
  requirement: "M2-45",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    const probe = await probeOf(context, alice, "before");
    await alice.disconnect();
    meta.arm({ fault: "server-hello-unknown-fields" });
    await alice.tryConnect();
    await probe.ask("after");
  },
  reached: (trace) => (probeAnswer(trace, "before") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached: [fault], trace }) {
    const call = lastCall(trace, "user.connect");
    if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("ok");
    expectAnswered(expect, "probe after the login", trace, "after", fault);
  },
  hint: "Skip fields of handshake messages that your schema does not have: newer servers add some.",
  mutants: { "refuses-unknown-hello-fields": "answer to user.connect" },
  lawful: ["ignores-server-ping"],
});
