import { calls } from "../kit/calls.js";
import { type EntryOf, scenario, type Trace } from "../kit/index.js";
import { probeOf, probeSent } from "../kit/probes.js";
import { leave } from "../kit/waiting.js";

/** Two users are connected; the first one leaves, and later a third one comes. */
export const proxied = scenario("scenarios/proxied", ["proxy"], async (context) => {
  const { provider } = context;
  const alice = await provider.connectedUser();
  const probe = await probeOf(context, alice, "alice-is-there");
  const carol = await provider.connectedUser();
  await probeOf(context, carol, "carol-is-there");
  await probe.ask("alice-is-still-there");
  await leave(context, alice);
  const dave = await provider.connectedUser();
  await probeOf(context, dave, "dave-is-there");
});

/** The connections that logged in, in this order. */
export function logins(trace: Trace): readonly EntryOf<"login">[] {
  return trace.of("login", ({ outcome }) => outcome === "accepted");
}

/** The first user, who had been there, is asked to leave. */
export function firstLeave(trace: Trace): EntryOf<"driver"> | undefined {
  return probeSent(trace, "alice-is-there") === undefined ? undefined : calls(trace, "user.disconnect")[0]?.request;
}
