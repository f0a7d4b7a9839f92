import { check } from "../kit/index.js";
import { pingAnswer, pingProvider } from "../kit/pings.js";

export default check("m2-channel/frame-large", {
  requirement: "M2-56",
  async drive(context) {
    const { meta, provider } = context;
    const alice = await provider.connectedUser();
    await pingProvider(context, alice, "ping-before");
    const bytes = Buffer.alloc(largeBytes, 7).toString("base64");
    meta.session(alice.login)?.send({ tag: "novelty", attrs: { id: "large" }, bytes });
    await pingProvider(context, alice, "ping-after");
  },
  reached: (trace) =>
    pingAnswer(trace, "ping-before") === undefined ? [] : trace.stanzas.toProvider.attr("id", "large").list,
  judge({ expect, reached: [large], trace }) {
    const answer = pingAnswer(trace, "ping-after");
    expect("ping after a large frame", answer === undefined ? "unanswered" : "answered", answer ?? large).is(
      "answered",
    );
    expect("connection that answers it", answer?.connection ?? large.connection, answer ?? large).is(large.connection);
  },
  hint: "Read all three bytes of a frame's length: a frame may hold up to 16777215 bytes.",
  mutants: { "small-frame-limit": "ping after a large frame" },
});

/** More than two bytes can count, and far less than a frame may hold. */
const largeBytes = 200_000;
