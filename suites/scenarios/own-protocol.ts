import { scenario } from "../kit/index.js";
import { pairUp } from "../kit/own-protocol.js";

/**
 * Two users of the provider write to each other in a protocol that only they speak: the same words twice, a message that
 * is changed on its way, and a ciphertext that comes a second time.
 */
export const ownProtocol = scenario("scenarios/own-protocol", ["state", "text", "text-receive"], async (context) => {
  const { alice, says, hears, hearsUnder } = await pairUp(context);
  const first = await hears("The same words twice, which nobody else should notice.");
  await hears("The same words twice, which nobody else should notice.");
  const changed = await hearsUnder("ciphertext-changed", "This was changed on its way.");
  await alice.event("message", (event) => event["id"] === changed);
  await hears("This was not changed.");
  await hearsUnder("ciphertext-replayed", "This was replaced on its way.", { of: first });
  await hears("This was not replaced.");
  await says("All of it was read.");
});
