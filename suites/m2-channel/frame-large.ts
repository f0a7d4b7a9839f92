import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, pingSent, pingWith } from "../kit/pings.js";

export default check("m2-channel/frame-large", {
  requirement: "M2-56",
  async drive(context) {
    const alice = await context.provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
    const bytes = Buffer.alloc(largeBytes, 7).toString("base64");
    await pingWith(context, alice, "large-ping", {}, [{ tag: "ping", attrs: {}, bytes }]);
  },
  reached: (trace) => (pingAnswer(trace, "plain-ping") === undefined ? [] : (pingSent(trace, "large-ping") ?? [])),
  judge({ expect, reached: [ping], trace }) {
    const answer = pingAnswer(trace, "large-ping");
    expect("ping in a large frame", answer === undefined ? "unanswered" : "answered", answer ?? ping).is("answered");
  },
  hint: "Read all three bytes of a frame's length: a frame may hold up to 16777215 bytes.",
  mutants: { "small-frame-limit": "ping in a large frame" },
});

/** More than two bytes can count, and far less than a frame may hold. */
const largeBytes = 200_000;
