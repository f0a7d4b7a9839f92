import { scenario } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { probeOf } from "../kit/probes.js";
import { exchangeText } from "../kit/texts.js";

/** Each side types and stops. At the end the provider's user types while away, and comes back. */
export const typing = scenario("scenarios/typing", ["text-receive", "typing"], async (context) => {
  const { wait } = context;
  const { alice, bob } = await exchangeText(context);
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
