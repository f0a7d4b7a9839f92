import type { Random } from "../../core/random.js";
import { type ClientPayload, encodeClientPayload } from "../../protocol/noise/client-payload.js";
import { NoiseError } from "../../protocol/noise/errors.js";
import { startInitiator } from "../../protocol/noise/initiator.js";
import { generateKeyPair, type KeyPair } from "../../protocol/noise/keys.js";
import { encodeHandshake } from "../../protocol/noise/messages.js";
import type { Agreed, ChannelBehaviour } from "../behaviour/channel.js";

export interface HandshakeDeps {
  readonly behaviour: ChannelBehaviour;
  readonly random: Random;
  /** The static key that was enlisted. */
  readonly authKey: KeyPair;
  readonly ephemeral: KeyPair;
  readonly token: string;
  readonly payload: ClientPayload;
  readonly rootKey: Uint8Array;
  readonly nowSeconds: number;
}

export interface Handshake {
  /** Body of the first frame. */
  readonly hello: Uint8Array;
  /**
   * Reads the server's frame and answers with the last one. The token leaves only after the server has proved itself.
   *
   * @throws NoiseError when the server cannot.
   */
  finish(serverHello: Uint8Array): { readonly frame: Uint8Array; readonly agreed: Agreed | undefined };
}

/** The client's side of Noise XX with the certificate check in the middle (interop facts 26 to 29). */
export function startHandshake(deps: HandshakeDeps): Handshake {
  const { behaviour, random, ephemeral, token, rootKey, nowSeconds } = deps;
  const staticKey = behaviour.staticKey(deps.authKey, () => generateKeyPair(random));
  const initiator = startInitiator({
    prologue: behaviour.prologue(behaviour.header()),
    staticKey,
    ephemeral,
    unsafeSkipTagCheck: behaviour.skipTagCheck,
    ...behaviour.handshake,
  });
  const payload = encodeClientPayload(behaviour.payload(deps.payload));
  const fields = behaviour.clientHello(initiator.hello(), token);
  return {
    hello: encodeHandshake({ kind: "clientHello", fields }),
    finish(serverHello) {
      try {
        const { serverStatic, payload: chain } = initiator.readServerHello(behaviour.readServerHello(serverHello));
        behaviour.checkServer(chain, { rootKey, serverStatic, nowSeconds });
      } catch (thrown) {
        if (!(thrown instanceof NoiseError)) throw thrown;
        const finish = behaviour.finishWithoutSecret(thrown.code, staticKey.publicKey, payload);
        if (finish === undefined) throw thrown;
        return { frame: encodeHandshake({ kind: "clientFinish", fields: finish }), agreed: undefined };
      }
      const { static: key, payload: sealed, ...agreed } = initiator.finish(payload);
      const finish = encodeHandshake({ kind: "clientFinish", fields: { static: key, payload: sealed } });
      return { frame: behaviour.clientFinish(finish), agreed };
    },
  };
}
