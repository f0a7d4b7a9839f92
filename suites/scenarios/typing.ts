import { type Call, calls, ending } from "../kit/calls.js";
import { showText } from "../kit/conversation.js";
import { type EntryOf, scenario, type StanzaEntry, type Trace } from "../kit/index.js";
import { probeOf } from "../kit/probes.js";
import { leave } from "../kit/waiting.js";

/** Each side types and stops. At the end the provider's user types while away, and comes back. */
export const typing = scenario("scenarios/typing", ["text-receive", "typing"], async (context) => {
  const { wait } = context;
  const { alice, bob } = await showText(context);
  for (const state of ["composing", "paused"] as const) {
    await alice.typing(bob.jid, state);
    await wait(
      "stanza",
      ({ direction, node }) => direction === "in" && node.tag === "chatstate" && node.children?.[0]?.tag === state,
    );
  }
  for (const state of ["composing", "paused"] as const) {
    bob.typing(alice.login, state);
    await alice.event("typing", (event) => event["state"] === state);
  }
  await leave(context, alice);
  await alice.tryTyping(bob.jid, "composing");
  await alice.connect();
  await probeOf(context, alice, "after-typing");
});

/** The provider's user leaves, once in the scenario. */
export function leaving(trace: Trace): EntryOf<"driver"> | undefined {
  return calls(trace, "user.disconnect")[0]?.request;
}

/** The calls of message.typing for a user who was connected: all but the last one of the scenario. */
export function typingWhileThere(trace: Trace): readonly Call[] {
  const left = leaving(trace);
  return calls(left === undefined ? trace : trace.before(left), "message.typing").filter(
    (call) => ending(call) === "ok",
  );
}

/** Typing states that the provider's client sent. */
export function chatstates(trace: Trace): readonly StanzaEntry[] {
  return trace.stanzas.fromProvider.tag("chatstate").list;
}
