import { scenario } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { probeOf } from "../kit/probes.js";

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
