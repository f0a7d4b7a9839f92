/** The part of the test oracle's interface that the tests use; the package ships no types. */
declare module "noise-c.wasm" {
  export interface OracleCipher {
    InitializeKey(key: Uint8Array): void;
    EncryptWithAd(associated: Uint8Array, plaintext: Uint8Array): Uint8Array;
    DecryptWithAd(associated: Uint8Array, sealed: Uint8Array): Uint8Array;
  }

  export interface OracleHandshake {
    Initialize(prologue: Uint8Array, staticPrivate: Uint8Array): void;
    WriteMessage(payload: Uint8Array): Uint8Array;
    ReadMessage(message: Uint8Array, payloadNeeded: boolean): Uint8Array;
    Split(): [send: OracleCipher, receive: OracleCipher];
    GetHandshakeHash(): Uint8Array;
    GetRemotePublicKey(): Uint8Array;
  }

  export interface Oracle {
    readonly constants: Readonly<
      Record<"NOISE_ROLE_INITIATOR" | "NOISE_ROLE_RESPONDER" | "NOISE_CIPHER_AESGCM", number>
    >;
    readonly CipherState: new (cipher: number) => OracleCipher;
    readonly HandshakeState: new (protocolName: string, role: number) => OracleHandshake;
  }

  export default function createNoise(
    /** The loader says on every start that it cannot stream; `printErr` takes that. */
    options: { printErr(line: string): void },
    ready: (oracle: Oracle) => void,
  ): void;
}
