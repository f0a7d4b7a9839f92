import { createHash } from "node:crypto";
import { keyPairFromPrivate } from "../../protocol/noise/keys.js";
import type { PreKeyBundle } from "../../signal/account.js";
import {
  recipeWith,
  sessionMistakeIds,
  type SessionMistakeId,
  sessionMistakes,
} from "../../signal/diagnosis/mistakes.js";
import { sealByRecipe } from "../../signal/diagnosis/seal.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

/** Writes the first messages of each session with a known mistake in the agreement on keys, their derivation or the MAC. */
function mistaken(mistake: SessionMistakeId): () => Overrides {
  return () => {
    let bundle: PreKeyBundle | undefined;
    return {
      keys: {
        acceptBundle(accepted) {
          bundle = accepted;
          return accepted;
        },
      },
      sessions: {
        async encrypt(account, address, plaintext) {
          const lawful = await account.encrypt(address, plaintext);
          if (lawful.type !== "pkmsg" || bundle === undefined) return lawful;
          const { publicIdentity: publicKey, privateIdentity: privateKey } = account;
          // The same for all messages of a session, and for no other session.
          const base = keyPairFromPrivate(digest(privateKey, bundle.identityKey, bundle.signedPreKey.publicKey));
          const sender = {
            identity: { publicKey, privateKey },
            base,
            ratchet: keyPairFromPrivate(digest(base.privateKey)),
            bundle,
          };
          return { type: "pkmsg", bytes: sealByRecipe(recipeWith(mistake), sender, lawful.bytes, plaintext) };
        },
      },
    };
  };
}

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export default mutants(
  Object.fromEntries(
    sessionMistakeIds.map((mistake) => [
      mistake,
      {
        sentence: `Writes first messages that would open if ${sessionMistakes[mistake].sentence}`,
        overrides: mistaken(mistake),
      },
    ]),
  ),
);
