import { exportSigningKey, generateSigningKey, type SigningKey } from "../../../protocol/token/sign.js";
import type { Secret } from "../../side/secrets.js";

/** Meta publishes its keys at `https://whatsapp.com/.well-known/jwks` (interop fact 22). */
export const metaKeySetPath = "/.well-known/jwks";

/** The key with which the simulated Meta signs its own tokens. Made at the first use, or before it by `prepare`. */
export interface MetaSigner {
  /** Starts to make the key. That takes a while, and the first push should not wait for it. */
  prepare(): void;
  key(): Promise<SigningKey>;
  /** Signs with another key from now on; earlier keys stay published. */
  rotate(): void;
  /** Back to the first key. */
  reset(): void;
  /** All that are published, the current one last. */
  published(): Promise<readonly SigningKey[]>;
  /** The private exponents of all keys made so far. */
  secrets(): Promise<readonly Secret[]>;
}

/** In the order of their use. All endpoints of a process share them: RSA keys are slow to make. */
const made: Promise<SigningKey>[] = [];

/** Later keys are these again, under new ids: no two in a row are equal, and checks do not wait for new ones. */
const differentKeys = 3;

function keyAt(index: number): Promise<SigningKey> {
  made[index] ??=
    index < differentKeys
      ? generateSigningKey("RS256")
      : keyAt(index % differentKeys).then((key) => renamed(key, index));
  return made[index];
}

function renamed(key: SigningKey, index: number): SigningKey {
  const kid = `${key.kid}-${index}`;
  return { ...key, kid, publicJwk: { ...key.publicJwk, kid } };
}

export function createMetaSigner(): MetaSigner {
  let current = 0;
  return {
    prepare: () => void keyAt(current),
    async key() {
      const key = await keyAt(current);
      // Makes the next key in advance, for checks that rotate the key.
      void keyAt(current + 1);
      return key;
    },
    rotate() {
      current += 1;
    },
    reset() {
      current = 0;
    },
    published: () => Promise.all(Array.from({ length: current + 1 }, (_, index) => keyAt(index))),
    secrets: async () => Promise.all((await Promise.all(made)).map(secretOf)),
  };
}

async function secretOf(key: SigningKey): Promise<Secret> {
  const { d = "" } = JSON.parse(await exportSigningKey(key)) as { readonly d?: string };
  return { name: `signing key ${key.kid} of Meta`, value: Buffer.from(d, "base64url") };
}
