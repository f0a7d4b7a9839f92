import { check } from "../kit/index.js";
import { expectAnswered, probeAnswer, probeOf, probeSent } from "../kit/probes.js";

export default check("m2-channel/frame-large", {
  requirement: "M2-56",
  async drive(context) {
    const probe = await probeOf(context, await context.provider.connectedUser(), "plain-probe");
    const bytes = Buffer.alloc(largeBytes, 7).toString("base64");
    await probe.ask("large-probe", {}, [{ tag: "ping", attrs: {}, bytes }]);
  },
  reached: (trace) => probeAnswer(trace, "plain-probe") && probeSent(trace, "large-probe"),
  judge({ expect, reached: [probe], trace }) {
    expectAnswered(expect, "probe in a large frame", trace, "large-probe", probe);
  },
  hint: "Read all three bytes of a frame's length: a frame may hold up to 16777215 bytes.",
  mutants: { "small-frame-limit": "probe in a large frame" },
  lawful: ["ignores-server-ping"],
});

/** More than two bytes can count, and far less than a frame may hold. */
const largeBytes = 200_000;
