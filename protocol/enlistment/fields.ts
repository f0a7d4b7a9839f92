/** The arguments of an enlistment request, decoded. Keys are Curve25519 public keys without the type byte 05. */
export interface EnlistmentFields {
  /** 32 bytes: the static key of the client in the Noise handshake. */
  readonly authKey: Uint8Array;
  /** 32 bytes: the identity key of the end-to-end encryption. */
  readonly identityKey: Uint8Array;
  /** 32 bits. */
  readonly registrationId: number;
  readonly signedPreKey: {
    /** 1 to 16777215. */
    readonly id: number;
    readonly publicKey: Uint8Array;
    /** 64 bytes: XEdDSA by the identity key over 05 and `publicKey`. Decoding does not verify it. */
    readonly signature: Uint8Array;
  };
  /** JWT of the provider's server. */
  readonly token: string;
}

/** Names on the wire and the exact decoded sizes: WhatsApp Reference Offer 1.0.3, section 1.2.2 (interop fact 6). */
export const argumentSizes = {
  authkey: 32,
  e_keytype: 1,
  e_regid: 4,
  e_ident: 32,
  e_skey_id: 3,
  e_skey_val: 32,
  e_skey_sig: 64,
} as const;

export type BinaryArgument = keyof typeof argumentSizes;

export const binaryArguments = Object.keys(argumentSizes) as readonly BinaryArgument[];

/** The only key type there is: Curve25519. */
export const curve25519KeyType = 5;

/** "up to 4 KB", of the same section. */
export const maxTokenBytes = 4096;
