import { establish } from "../kit/conversation.js";
import { appliedFaults, faultsOnMessages } from "../kit/faults.js";
import { type EntryOf, scenario, type Trace } from "../kit/index.js";
import { deliveries } from "../kit/texts.js";

type Fault = EntryOf<"fault">;

const overtakenBy = 200;

/** Messages of one session that come late, that are missing in large numbers, and in absurd ones. */
export const gaps = scenario(
  "scenarios/gaps",
  ["text", "text-receive"],
  async (context) => {
    const { meta } = context;
    const { alice, bob, hears, says } = await establish(context);
    const { skippedMessages, maximumJump } = meta.profile.session;
    meta.arm({ fault: "message-held-back", times: 2 });
    const late = await bob.send(alice.login, { type: "text", text: "I am late." });
    const later = await bob.send(alice.login, { type: "text", text: "So am I." });
    await hears("I was quicker than two others.");
    for (const { id } of [late, later]) await alice.event("message", (event) => event["id"] === id);
    // Held back while both sides begin a new chain twice.
    meta.arm({ fault: "message-held-back", params: { messages: 3 } });
    const latest = await bob.send(alice.login, { type: "text", text: "I was written two answers ago." });
    for (const text of ["What do you think?", "Really?"]) {
      await hears(text);
      await says("Let me see.");
    }
    await hears("Well?");
    await alice.event("message", (event) => event["id"] === latest.id);
    // Overtaken by many of its own chain.
    meta.arm({ fault: "message-held-back" });
    const overtaken = await bob.send(alice.login, { type: "text", text: "Two hundred were quicker." });
    meta.arm({ fault: "messages-skipped", params: { count: overtakenBy } });
    await hears("I was one of them.");
    await alice.event("message", (event) => event["id"] === overtaken.id);
    meta.arm({ fault: "messages-skipped", params: { count: skippedMessages } });
    await hears("As many as a reader must skip are missing before me.");
    if (meta.profile.session.engine !== "x3dh-v3") return;
    meta.arm({ fault: "messages-skipped", params: { count: maximumJump + 1 } });
    await bob.send(alice.login, { type: "text", text: "More are missing than anyone could have sent." });
    // An answer begins a new chain, in which counting starts again.
    await says("How many?");
    await hears("I lost count.");
  },
  { heavy: true },
);

/** Messages that were held back and then came behind a later one, to a provider that showed the one before. */
export function reachedHeldBack(trace: Trace): readonly Fault[] {
  return appliedFaults(trace, "message-held-back").filter(
    ({ messageId = "" }) => deliveries(trace, messageId).length > 0,
  );
}

/** The two jumps of the scenario, the nearer first; each only when the provider was there for it. */
export function reachedSkips(trace: Trace): readonly [near: Fault | undefined, far: Fault | undefined] {
  const skips = faultsOnMessages(trace, "messages-skipped");
  const armed = trace
    .of("fault", ({ fault, event }) => fault === "messages-skipped" && event === "armed")
    .filter(({ params }) => params["count"] !== overtakenBy);
  const [near, far] = armed.map(({ params }) => skips.find((skip) => skip.params["count"] === params["count"]));
  return [near, far];
}
