import { ending, lastCall } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/handshake-split", {
  requirement: "M2-22",
  async drive({ meta, provider }) {
    const alice = await provider.connectedUser();
    await alice.disconnect();
    meta.arm({ fault: "frames-split", times: "always", params: { bytes: 7 } });
    await alice.tryConnect();
  },
  reached: appliedFaults,
  judge({ expect, trace }) {
    const call = lastCall(trace, "user.connect");
    if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("ok");
  },
  hint: "Collect the bytes of a frame until its announced length is there, in the handshake as well as after it.",
  mutants: {
    "wants-hello-in-one-message": "answer to user.connect",
    "assumes-frame-per-message": "answer to user.connect",
  },
});
