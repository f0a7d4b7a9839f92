import { check } from "../kit/index.js";
import { endStreams, loginsAfter, waitForReturns } from "../kit/streams.js";

export default check("m2-channel/stream-end", {
  requirement: "M2-49",
  needs: ["timing"],
  timeBound: "the client logs in again after the reconnection time",
  async drive(context) {
    await waitForReturns(context, await endStreams(context, [{ tag: "xmlstreamend", attrs: {} }]));
  },
  reached: (trace) => trace.stanzas.toProvider.tag("xmlstreamend").list,
  judge({ expect, reached: [end], trace }) {
    const back = loginsAfter(trace, end)[0];
    expect("login after an orderly end", back?.outcome ?? "none", back ?? end).is("accepted");
    const errors = trace.after(end).of("event", ({ event }) => event.kind === "error");
    expect("errors reported to the user", errors.length, errors[0] ?? end).is(0);
  },
  hint: "xmlstreamend says that the server ends this connection and nothing else: close, and come back as after a loss.",
  mutants: { "stays-away-after-stream-end": "login after an orderly end" },
});
