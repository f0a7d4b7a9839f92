import { fromHex } from "../../../../core/bytes.js";
import type { SignedPreKey } from "../../../engine/types.js";
import type { TypeOf } from "../../../schema/shape.js";
import type { signedPreKey } from "../contract/keys.js";

export function signedPreKeyIn({ id, publicKey, signature }: TypeOf<typeof signedPreKey>): SignedPreKey {
  return { id, publicKey: fromHex(publicKey), signature: fromHex(signature) };
}
