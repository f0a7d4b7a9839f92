import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, pingSent } from "../kit/pings.js";

export default check("m2-channel/server-ping", {
  requirement: "M2-21",
  async drive(context) {
    await pingProvider(context, await context.provider.connectedUser(), "server-ping-1");
  },
  reached: (trace) => pingSent(trace, "server-ping-1"),
  judge({ expect, reached: [sent], trace }) {
    const answer = pingAnswer(trace, "server-ping-1");
    expect("answer to the server's ping", answer?.node.attrs["type"] ?? "none", answer ?? sent).is("result");
  },
  hint: "Answer an iq of type get in namespace urn:xmpp:ping with an iq of type result and the same id.",
  mutants: { "ignores-server-ping": "answer to the server's ping" },
});
