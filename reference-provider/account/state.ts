import { fromBase64, toBase64, utf8 } from "../../core/bytes.js";
import { reasonOf } from "../../core/coded-error.js";
import { isRecord } from "../../core/is-record.js";
import { type KeyPair, keyPairFromPrivate } from "../../protocol/noise/keys.js";
import { ProviderError } from "../errors.js";
import type { TimedEvent } from "../events.js";
import type { SentMessage } from "./context.js";

/** Everything that a user's device keeps. Secret. */
export interface UserState {
  readonly authKey: KeyPair;
  readonly login: string | undefined;
  readonly account: Uint8Array;
}

const format = "reference-provider-user/1";

/** Base64 of JSON, so that the driver can carry it as one text. */
export function writeUserState({ authKey, login, account }: UserState): string {
  const stored = { format, authKey: toBase64(authKey.privateKey), login, account: toBase64(account) };
  return toBase64(utf8(JSON.stringify(stored)));
}

/** @throws ProviderError `state-unreadable` for anything that `writeUserState` did not write. */
export function readUserState(text: string): UserState {
  try {
    const stored: unknown = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
    if (!isRecord(stored)) throw new TypeError("no object");
    const { format: found, authKey, login, account } = stored;
    if (found !== format) throw new TypeError("another format");
    if (login !== undefined && typeof login !== "string") throw new TypeError("a login that is no text");
    return { authKey: keyPairFromPrivate(bytes(authKey)), login, account: bytes(account) };
  } catch (thrown) {
    throw new ProviderError("state-unreadable", `Read user state: found ${reasonOf(thrown)}, wanted ${format}`, {
      cause: thrown,
    });
  }
}

function bytes(value: unknown): Uint8Array {
  const found = typeof value === "string" ? fromBase64(value) : undefined;
  if (found === undefined) throw new TypeError("a member that is not base64");
  return found;
}

/** One user as the archive has it. */
export interface KeptUser {
  /** As `state.export` gives it. */
  readonly state: string;
  /** Senders and ids of the messages that were shown. */
  readonly seen: readonly string[];
  /** Sent messages, by id, that a contact may ask for again. */
  readonly sent: readonly (readonly [id: string, message: SentMessage])[];
  /** Events that the user has not read. */
  readonly unread: readonly TimedEvent[];
}

export function writeKeptUser({ state, seen, sent, unread }: KeptUser): string {
  const written = sent.map(([id, message]) => [id, { ...message, content: toBase64(message.content) }]);
  return JSON.stringify({ state, seen, sent: written, unread: unread.filter((event) => !holdsFile(event)) });
}

/** Reads only what `writeKeptUser` wrote, because no one else writes to the archive. */
export function readKeptUser(text: string): KeptUser {
  const kept = JSON.parse(text) as KeptUser & {
    readonly sent: readonly [string, SentMessage & { content: unknown }][];
  };
  return { ...kept, sent: kept.sent.map(([id, message]) => [id, { ...message, content: bytes(message.content) }]) };
}

/** Files arrive after the answer to their message and may be large, so they are not kept. */
function holdsFile(event: TimedEvent): boolean {
  return event.kind === "message" && event.content.type !== "text";
}
