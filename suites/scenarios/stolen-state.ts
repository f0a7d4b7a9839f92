import { establish, type Session } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";

/**
 * Somebody copies everything on the device of the provider's user. The conversation goes on. The copy is then put back
 * and shown two ciphertexts. One is from before both sides had renewed their keys: it can still read that one, which
 * proves that the copy is in place. The other is from after.
 */
export async function copyAndRestore({ alice, hears, hearsUnder, says }: Session): Promise<void> {
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
    await hearsUnder("ciphertext-replayed", "This was replaced on its way.", { of: id });
    await hears("This was not.");
  }
}

export const stolenState = scenario("scenarios/stolen-state", ["state", "text", "text-receive"], async (context) =>
  copyAndRestore(await establish(context)),
);

/** A message is read, and comes once more to a device that goes on from what it had stored. */
export async function storeAndReplay({ alice, hears, hearsUnder, says }: Session): Promise<void> {
  const secret = await hears("Read this and forget it.");
  await says("Read.");
  await hears("And forgotten?");
  await alice.importState(await alice.exportState());
  await alice.connect();
  await hears("Your phone is in other hands.");
  await hearsUnder("ciphertext-replayed", "This was replaced on its way.", { of: secret });
  await hears("What do they see?");
}
