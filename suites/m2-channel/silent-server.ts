import { ending, lastCall } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/silent-server", {
  requirement: "M2-17",
  needs: ["timing"],
  async drive({ meta, provider }) {
    const alice = await provider.connectedUser();
    await alice.disconnect();
    meta.arm({ fault: "server-hello-withheld", times: "always" });
    await alice.tryConnect();
  },
  reached: appliedFaults,
  judge({ expect, trace }) {
    const call = lastCall(trace, "user.connect");
    if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("connect-failed");
  },
  hint: "Give up on a server that does not answer the first handshake message (open clients wait 20 s), and report the failure.",
  mutants: { "waits-forever-for-hello": "answer to user.connect" },
});
