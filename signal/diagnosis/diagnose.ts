import { sameBytes } from "../../core/bytes.js";
import { CodedError, type Fit } from "../../core/coded-error.js";
import { diffieHellman } from "../../protocol/noise/keys.js";
import { innerMessage, inspectMessage } from "../inspect.js";
import { recipeWith, sessionMistakeIds, sessionMistakes } from "./mistakes.js";
import { firstKeys, macLength, messageMac, type Recipe, type Secrets } from "./recipe.js";

/** A pre-key message that did not open, with the private keys that it names. Private and public keys have 32 bytes. */
export interface FailedFirstMessage {
  readonly bytes: Uint8Array;
  readonly identity: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };
  readonly signedPreKey: Uint8Array;
  readonly preKey: Uint8Array | undefined;
}

/** Longer chains are not tried. */
const highestCounter = 2000;

/** The known mistake with which the MAC of a pre-key message fits. */
export function diagnoseFirstMessage(failed: FailedFirstMessage): Fit | undefined {
  const fits = macCheck(failed);
  const mistake = fits && sessionMistakeIds.find((each) => fits(recipeWith(each)));
  if (mistake === undefined) return undefined;
  return { mistake, sentence: `Your first message opens if ${sessionMistakes[mistake].sentence}` };
}

/** Undefined for a message that cannot be read, or whose keys cannot agree. */
function macCheck({
  bytes,
  identity,
  signedPreKey,
  preKey,
}: FailedFirstMessage): ((recipe: Recipe) => boolean) | undefined {
  try {
    const { outer, ratchetKey, counter } = inspectMessage("pkmsg", bytes);
    const inner = innerMessage(bytes);
    if (outer === undefined || inner === undefined || counter > highestCounter) return undefined;
    const { baseKey, identityKey: sender } = outer;
    const secrets: Secrets = {
      identityWithSigned: diffieHellman(signedPreKey, sender),
      baseWithIdentity: diffieHellman(identity.privateKey, baseKey),
      baseWithSigned: diffieHellman(signedPreKey, baseKey),
      ...(preKey && { baseWithOneTime: diffieHellman(preKey, baseKey) }),
    };
    const ratchetSecret = diffieHellman(signedPreKey, ratchetKey);
    const parts = { sender, receiver: identity.publicKey, message: inner.subarray(0, -macLength) };
    return (recipe) =>
      sameBytes(
        messageMac(recipe, firstKeys(recipe, secrets, ratchetSecret, counter), parts),
        inner.subarray(-macLength),
      );
  } catch (thrown) {
    if (thrown instanceof CodedError) return undefined;
    throw thrown;
  }
}
