import { bytesToUint, sameBytes } from "../../../core/bytes.js";
import { formatJid, phoneJid } from "../../../protocol/ids/jid.js";
import type { ClientPayload, DevicePairingData } from "../../../protocol/noise/client-payload.js";
import type { Companion } from "../../engine/types.js";
import type { LoginAttempt, LoginOutcome } from "./login-outcome.js";
import type { ChatDeps } from "./deps.js";

/**
 * Whether a device may come in (wire 1.4): it names a device of a user, and proved in the handshake to own the key with
 * which that device was paired or adopted. A client without an account comes in to be paired.
 */
export function checkDevice(
  { profile, engine }: Pick<ChatDeps, "profile" | "engine">,
  { clientStatic, payload }: LoginAttempt,
): LoginOutcome {
  const { failures } = profile.channel;
  if (payload.devicePairingData !== undefined) {
    const companion = companionOf(payload.devicePairingData, clientStatic);
    const refusal = companion === undefined ? failures.badRequest : undefined;
    return { login: "", refusal, token: undefined, companion };
  }
  const login = addressOf(payload);
  if (login === undefined) return { login: "", refusal: failures.badRequest, token: undefined };
  const device = engine.device(login);
  const refusal = (): string | undefined => {
    if (device === undefined) return failures.unknownAccount;
    return sameBytes(clientStatic, device.noiseKey) ? undefined : failures.wrongStaticKey;
  };
  return { login, refusal: refusal(), token: undefined };
}

function addressOf({ username, device }: ClientPayload): string | undefined {
  return username === undefined ? undefined : formatJid({ ...phoneJid(String(username)), device: device ?? 0 });
}

/** Undefined unless every key is there with its exact width. */
function companionOf(data: DevicePairingData, noiseKey: Uint8Array): Companion | undefined {
  const registration = sized(data.eRegid, 4);
  const identity = sized(data.eIdent, 32);
  const id = sized(data.eSkeyId, 3);
  const publicKey = sized(data.eSkeyVal, 32);
  const signature = sized(data.eSkeySig, 64);
  if (!registration || !identity || !id || !publicKey || !signature) return undefined;
  const signedPreKey = { id: bytesToUint(id), publicKey, signature };
  return {
    noiseKey: Uint8Array.from(noiseKey),
    keys: { registrationId: bytesToUint(registration), identity, signedPreKey },
  };
}

/** A copy: the payload is a view of a frame, and keys are kept. */
function sized(bytes: Uint8Array | undefined, width: number): Uint8Array | undefined {
  return bytes?.length === width ? Uint8Array.from(bytes) : undefined;
}
