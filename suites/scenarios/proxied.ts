import { scenario } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { pingProvider } from "../kit/pings.js";

/** Two users are connected; the first one leaves, and later a third one comes. */
export const proxied = scenario("scenarios/proxied", ["proxy"], async (context) => {
  const { provider } = context;
  const alice = await provider.connectedUser();
  await pingProvider(context, alice, "alice-is-there");
  const carol = await provider.connectedUser();
  await pingProvider(context, carol, "carol-is-there");
  await pingProvider(context, alice, "alice-is-still-there");
  await leave(context, alice);
  const dave = await provider.connectedUser();
  await pingProvider(context, dave, "dave-is-there");
});
