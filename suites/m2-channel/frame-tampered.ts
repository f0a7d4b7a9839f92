import { check } from "../kit/index.js";
import { pingProvider, sendPings } from "../kit/pings.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/frame-tampered", {
  requirement: "M2-25",
  async drive(context) {
    const { meta, provider, wait } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
    meta.arm({ fault: "frame-tampered" });
    sendPings(meta, alice, "tampered-ping");
    const applied = await wait("fault", (entry) => entry.event === "applied");
    await wait("connection", (entry) => entry.event === "closed" && entry.connection === applied?.connection);
  },
  reached: appliedFaults,
  judge({ expect, reached: [fault], trace }) {
    const closed = trace.of(
      "connection",
      (entry) => entry.event === "closed" && entry.connection === fault.connection,
    )[0];
    expect("connection closed by", closed?.by ?? "nobody", closed ?? fault).is("provider");
  },
  hint: "A frame whose tag does not verify means that the stream is not what the server sent: close it and log in again.",
  mutants: { "ignores-bad-frame": "connection closed by" },
});
