import { decodeMessage, encodeMessage } from "../../proto/codec.js";
import { ProtoError } from "../../proto/errors.js";
import { client_payload } from "../../proto/gen/client-payload.js";
import { NoiseError } from "./errors.js";

/** `ClientPayload.product` (interop fact 31). */
export const products = { whatsapp: 0, messenger: 1, interop: 2, interopMessenger: 3, whatsappLid: 4 } as const;

/** `UserAgent.platform`, the ones that matter here (wire 1.4). */
export const platforms = { android: 0, ios: 1, web: 14, macos: 24, test: 34 } as const;

export const connectTypes = { cellularUnknown: 0, wifiUnknown: 1 } as const;

export const connectReasons = {
  push: 0,
  userActivated: 1,
  scheduled: 2,
  errorReconnect: 3,
  networkSwitch: 4,
  pingReconnect: 5,
} as const;

/**
 * What the client says about itself in ClientFinish (wire 1.4). Every field is optional on the wire; enumerations are
 * plain numbers, because newer clients add values.
 */
export interface ClientPayload {
  readonly username?: number;
  readonly passive?: boolean;
  readonly userAgent?: UserAgent;
  readonly pushName?: string;
  readonly sessionId?: number;
  readonly shortConnect?: boolean;
  readonly connectType?: number;
  readonly connectReason?: number;
  readonly connectAttemptCount?: number;
  readonly device?: number;
  readonly devicePairingData?: DevicePairingData;
  readonly product?: number;
  readonly oc?: boolean;
  readonly lc?: number;
  readonly pull?: boolean;
  readonly paddingBytes?: Uint8Array;
  readonly interopData?: InteropData;
  readonly lidDbMigrated?: boolean;
}

export interface UserAgent {
  readonly platform?: number;
  readonly appVersion?: AppVersion;
  readonly mcc?: string;
  readonly mnc?: string;
  readonly osVersion?: string;
  readonly manufacturer?: string;
  readonly device?: string;
  readonly osBuildNumber?: string;
  readonly phoneId?: string;
  readonly releaseChannel?: number;
  readonly localeLanguage?: string;
  readonly localeCountry?: string;
  readonly deviceBoard?: string;
  readonly deviceExpId?: string;
  readonly deviceType?: number;
  readonly deviceModelType?: string;
}

export interface AppVersion {
  readonly primary?: number;
  readonly secondary?: number;
  readonly tertiary?: number;
  readonly quaternary?: number;
  readonly quinary?: number;
}

/** Interop fact 31: the only place in the schema where an interop credential fits. */
export interface InteropData {
  /** Digits of the `@interop` login, by inference. */
  readonly accountId?: number;
  /** The JWT, as its ASCII bytes. */
  readonly token?: Uint8Array;
  readonly enableReadReceipts?: boolean;
}

/** Registration of a companion in the ordinary client; byte widths in proto/client-payload.proto. */
export interface DevicePairingData {
  readonly eRegid?: Uint8Array;
  readonly eKeytype?: Uint8Array;
  readonly eIdent?: Uint8Array;
  readonly eSkeyId?: Uint8Array;
  readonly eSkeyVal?: Uint8Array;
  readonly eSkeySig?: Uint8Array;
  readonly buildHash?: Uint8Array;
  readonly deviceProps?: Uint8Array;
}

const maxBytes = 2 ** 16;

export function encodeClientPayload(payload: ClientPayload): Uint8Array {
  return encodeMessage(client_payload.ClientPayload, payload);
}

/**
 * Byte fields are views of `bytes`. Unknown fields are ignored.
 *
 * @throws NoiseError `malformed-payload` for bytes that are not such a message, more than 65536 of them, or an
 * account number above 2^53 - 1.
 */
export function decodeClientPayload(bytes: Uint8Array): ClientPayload {
  const payload = present(decoded(bytes));
  for (const number of [payload.username, payload.interopData?.accountId]) {
    if (number !== undefined && !Number.isSafeInteger(number)) {
      throw new NoiseError("malformed-payload", `Decode ClientPayload: account ${number} found, wanted below 2^53`);
    }
  }
  return payload;
}

function decoded(bytes: Uint8Array): client_payload.ClientPayload.$Properties {
  try {
    return decodeMessage(client_payload.ClientPayload, bytes, maxBytes);
  } catch (cause) {
    if (!(cause instanceof ProtoError)) throw cause;
    throw new NoiseError("malformed-payload", `Decode ClientPayload: ${cause.message}`, { cause });
  }
}

type Present<Type> = Type extends Uint8Array
  ? Type
  : Type extends object
    ? { [Key in Exclude<keyof Type, "$unknowns">]?: Present<NonNullable<Type[Key]>> }
    : Type;

/** Plain objects with the fields that were on the wire. A decoder sets those as own properties and no others. */
function present<Type extends object>(message: Type): Present<Type> {
  const entries = Object.entries(message)
    .filter(([name, value]) => value != null && name !== "$unknowns")
    .map(([name, value]: [string, unknown]): [string, unknown] => [name, isMessage(value) ? present(value) : value]);
  // Object.fromEntries forgets the names that the type above keeps.
  return Object.fromEntries(entries) as Present<Type>;
}

function isMessage(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array);
}
