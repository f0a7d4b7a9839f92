import { generateSigningKey, type SigningKey } from "../../../protocol/token/signing-key.js";

/** The key with which the simulated Meta signs its own tokens. Made at the first use, or in good time before it. */
export interface MetaSigner {
  /** Begins to make the key: that takes a while, and the first push should not have to wait for it. */
  prepare(): void;
  key(): Promise<SigningKey>;
}

export function createMetaSigner(): MetaSigner {
  let key: Promise<SigningKey> | undefined;
  const get = (): Promise<SigningKey> => {
    key ??= generateSigningKey("RS256");
    return key;
  };
  return { prepare: () => void get(), key: get };
}
