import { sameBytes } from "../../core/bytes.js";
import { CodedError } from "../../core/coded-error.js";
import { SignalError } from "../../signal/errors.js";
import { accept, type Prelude, readPrelude } from "./agreement.js";
import { type Context, open } from "./session.js";
import type { RatchetState, Session } from "./state.js";

export interface Opened {
  readonly before: Session;
  readonly after: Session;
  readonly plaintext: Uint8Array;
}

export interface OpenedFirst extends Omit<Opened, "before"> {
  /** Undefined when the message began the session. */
  readonly before: Session | undefined;
  readonly usedPreKeyId?: number;
}

/** In the newest session that opens it, and otherwise for the reason of the newest. @throws SignalError */
export function openLater(sessions: readonly Session[], message: Uint8Array, context: Context): Opened {
  const reasons: unknown[] = [];
  for (const before of sessions) {
    try {
      const [ratchet, plaintext] = open(before.ratchet, message, context);
      return { before, after: { ...before, ratchet, prelude: undefined }, plaintext };
    } catch (thrown) {
      reasons.push(thrown);
    }
  }
  throw translated(
    reasons.find(isDuplicate) ?? reasons[0] ?? new SignalError("no-session", "Open message: no session"),
  );
}

/** Nothing changes when it throws. @throws SignalError */
export function openFirst(
  state: RatchetState,
  sessions: readonly Session[],
  bytes: Uint8Array,
  context: Context,
): OpenedFirst {
  const { prelude, message } = readPrelude(bytes);
  const before = sessions.find(({ base }) => sameBytes(base, prelude.ephemeral));
  try {
    const session = before ?? answering(state, prelude);
    if (!sameBytes(session.ratchet.associated.subarray(0, 32), prelude.identity)) {
      throw new SignalError("bad-mac", "Open message: found another identity than the session's, wanted the same");
    }
    const [ratchet, plaintext] = open(session.ratchet, message, context);
    const after = { ...session, ratchet, prelude: undefined };
    const usedPreKeyId = before === undefined && prelude.preKeyId !== 0 ? prelude.preKeyId : undefined;
    return { before, after, plaintext, ...(usedPreKeyId !== undefined && { usedPreKeyId }) };
  } catch (thrown) {
    throw translated(thrown);
  }
}

function answering({ identity, signedPreKeys, preKeys }: RatchetState, prelude: Prelude): Session {
  const { signedPreKeyId, preKeyId, ephemeral, registrationId } = prelude;
  const signed = signedPreKeys.get(signedPreKeyId);
  if (signed === undefined) {
    throw new SignalError("unknown-signed-pre-key", `Open message: signed pre-key ${signedPreKeyId} is unknown`);
  }
  const preKey = preKeys.get(preKeyId);
  if (preKey === undefined && preKeyId !== 0) {
    throw new SignalError("unknown-pre-key", `Open message: one-time pre-key ${preKeyId} is unknown or used`);
  }
  const ratchet = accept({ identity, signedPreKey: signed.pair, preKey }, prelude);
  return { ratchet, base: ephemeral, prelude: undefined, registrationId, archived: false };
}

function isDuplicate(thrown: unknown): boolean {
  return thrown instanceof SignalError && thrown.code === "duplicate-message";
}

/** A key of small order, for example, is the message's fault too. */
function translated(thrown: unknown): unknown {
  if (thrown instanceof SignalError || !(thrown instanceof CodedError)) return thrown;
  return new SignalError("malformed-message", `Open message: ${thrown.message}`, { cause: thrown });
}
