import { establish } from "../kit/established.js";
import { scenario } from "../kit/index.js";

/**
 * Somebody copies everything on the device of the provider's user. The conversation goes on. What was copied is then
 * put back and shown two ciphertexts: one from before both sides had renewed their keys, which it can still read and
 * which proves that it is in place, and one from after.
 */
export const stolenState = scenario("scenarios/stolen-state", ["state", "text", "text-receive"], async (context) => {
  const { meta } = context;
  const { alice, bob, hears, says } = await establish(context);
  await hears("Keep an eye on your phone.");
  const stolen = await alice.exportState();
  await says("I had put it down for a moment.");
  const early = await hears("Whoever copied it can read this.");
  await says("But not for long.");
  const late = await hears("Nobody else can read this.");

  await alice.importState(stolen);
  await alice.connect();
  await says("Written on what was copied.");
  for (const id of [early, late]) {
    meta.arm({ fault: "ciphertext-replayed", params: { of: id } });
    await bob.send(alice.login, { type: "text", text: "This was replaced on its way." });
    await hears("This was not.");
  }
});
