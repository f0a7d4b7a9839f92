import { check } from "../kit/index.js";
import { pingAnswer, pingProvider, pingWith } from "../kit/pings.js";

export default check("m2-channel/unknown-attributes", {
  requirement: "M2-64",
  async drive(context) {
    const alice = await context.provider.connectedUser();
    await pingProvider(context, alice, "plain-ping");
    await pingWith(context, alice, "novel-ping", { novelty: "1" }, [{ tag: "future", attrs: { of: "the protocol" } }]);
  },
  reached: (trace) =>
    pingAnswer(trace, "plain-ping") === undefined ? [] : trace.stanzas.toProvider.attr("id", "novel-ping").list,
  judge({ expect, reached: [ping], trace }) {
    const answer = pingAnswer(trace, "novel-ping");
    expect("ping with unknown parts", answer === undefined ? "unanswered" : "answered", answer ?? ping).is("answered");
  },
  hint: "Leave attributes and children that you do not know aside, and do what the rest of the stanza says.",
  mutants: { "refuses-unknown-attributes": "ping with unknown parts" },
});
