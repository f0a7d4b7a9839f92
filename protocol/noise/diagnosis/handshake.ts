import type { Fit } from "../../../core/coded-error.js";
import { NoiseError } from "../errors.js";
import type { HandshakeFields } from "../handshake-state.js";
import type { KeyPair } from "../keys.js";
import { type HandshakeMistake, handshakeMistakeIds, handshakeMistakes } from "../mistakes.js";
import { startResponder } from "../responder.js";

/** A handshake up to the client's last message, with the keys of the server's side. */
export interface FailedHandshake {
  readonly prologue: Uint8Array;
  readonly staticKey: KeyPair;
  readonly ephemeral: KeyPair;
  readonly clientEphemeral: Uint8Array;
  /** The certificate chain in the server's message. */
  readonly serverPayload: Uint8Array;
  readonly finish: HandshakeFields;
}

/**
 * The known mistake with which the client's last message authenticates. The message alone can be wrong, or all from the
 * server's or from the first one on: a client that does not compare tags comes this far with any mistake.
 */
export function diagnoseFinish(failed: FailedHandshake): Fit | undefined {
  for (const mistakeFrom of [2, 1, 0]) {
    const mistake = handshakeMistakeIds.find((each) => authenticates(failed, each, mistakeFrom));
    if (mistake === undefined) continue;
    return { mistake, sentence: `Your third message authenticates if ${handshakeMistakes[mistake]}` };
  }
  return undefined;
}

function authenticates(failed: FailedHandshake, mistake: HandshakeMistake, mistakeFrom: number): boolean {
  const { prologue, staticKey, ephemeral, clientEphemeral, serverPayload, finish } = failed;
  const responder = startResponder({ prologue, staticKey, ephemeral, mistake, mistakeFrom });
  try {
    responder.readHello(clientEphemeral);
    responder.serverHello(serverPayload);
    responder.readFinish(finish);
    return true;
  } catch (thrown) {
    if (thrown instanceof NoiseError) return false;
    throw thrown;
  }
}
