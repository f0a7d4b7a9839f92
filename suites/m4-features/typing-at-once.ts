import { check } from "../kit/index.js";
import { probed } from "../kit/probes.js";
import { burst, typing } from "../scenarios/typing.js";

export default check("m4-features/typing-at-once", {
  requirement: "M4-116",
  scenario: typing,
  reached: (trace) => burst(trace)?.stanzas.toProvider.tag("chatstate").list ?? [],
  judge({ expect, reached, trace }) {
    const last = reached.at(-1);
    const event = burst(trace)
      ?.of("event", (entry) => entry.event.kind === "typing")
      .at(-1);
    const state = String(event?.event["state"] ?? "nothing");
    expect("typing shown after several states at once", state, event ?? last).is(last?.node.children?.[0]?.tag ?? "");
  },
  hint: "Handle typing states in the order in which they come: the last one counts.",
  mutants: {
    "typing-shown-once": "typing shown after several states at once",
    "hides-typing": "typing shown after several states at once",
  },
  lawful: probed,
});
