import { ending, lastCall } from "../kit/calls.js";
import { check } from "../kit/index.js";
import { pingAnswer, pingProvider } from "../kit/pings.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/hello-unknown-fields", {
  requirement: "M2-45",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "ping-before");
    await alice.disconnect();
    meta.arm({ fault: "server-hello-unknown-fields" });
    await alice.tryConnect();
    await pingProvider(context, alice, "ping-after");
  },
  reached: (trace) => (pingAnswer(trace, "ping-before") === undefined ? [] : appliedFaults(trace)),
  judge({ expect, reached: [fault], trace }) {
    const call = lastCall(trace, "user.connect");
    if (call !== undefined) expect("answer to user.connect", ending(call), call.response).is("ok");
    const answer = pingAnswer(trace, "ping-after");
    expect("ping after the login", answer === undefined ? "unanswered" : "answered", answer ?? fault).is("answered");
  },
  hint: "Skip fields of handshake messages that your schema does not have: newer servers add some.",
  mutants: { "refuses-unknown-hello-fields": "answer to user.connect" },
});
