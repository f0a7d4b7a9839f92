import { generateSigningKey, type SigningKey } from "../../../protocol/token/signing-key.js";

/** The key with which the simulated Meta signs its own tokens. Made at the first use: that takes a while. */
export interface MetaSigner {
  key(): Promise<SigningKey>;
}

export function createMetaSigner(): MetaSigner {
  let key: Promise<SigningKey> | undefined;
  return {
    key() {
      key ??= generateSigningKey("RS256");
      return key;
    },
  };
}
