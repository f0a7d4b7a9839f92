import type { Fit } from "../../core/coded-error.js";
import type { entryKinds } from "../../core/entry-kinds.js";
import type { Pressure } from "../../core/pressure.js";

/**
 * The trace: an append-only record of everything that crossed a boundary in a run. Judging is a pure function of it, so
 * every entry is plain JSON; bytes are base64 unless a field says hex. Entries with `by: "harness"` are what the
 * simulated Meta side did, `by: "provider"` what the system under test did.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Blame = "provider" | "harness";

interface EntryBase {
  /** 1-based; reports cite it as "frame N". */
  readonly seq: number;
  /** Milliseconds since the trace began, monotonic. */
  readonly at: number;
  /** The scenario that was driven; entries of a connection keep the scenario that opened it. */
  readonly scenario: string;
  readonly by: Blame;
  readonly kind: (typeof entryKinds)[number];
}

/** A stanza as JSON. At most one of `children`, `text`, `bytes` is present. */
export interface TraceNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children?: readonly TraceNode[];
  readonly text?: string;
  /** Base64. */
  readonly bytes?: string;
}

export interface Violation {
  readonly stanza: string;
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

/** Shortened times for providers that declare the capability `timing`. */
export interface Timing {
  readonly keepAliveMs: number;
  readonly replyMs: number;
  readonly reconnectMs: number;
}

export interface ScenarioEntry extends EntryBase {
  readonly kind: "scenario";
  readonly event: "begin" | "end";
  /** On `begin`, where the provider declares `timing`: the times that it was told. */
  readonly timing?: Timing;
  /** Why driving stopped early, when it did. */
  readonly blocked?: Cause;
  /** On `end`, where the harness measured it: how busy this machine was meanwhile. */
  readonly pressure?: Pressure;
}

/** One half of an HTTP exchange; the two halves share `exchange`. */
export interface HttpEntry extends EntryBase {
  readonly kind: "http";
  readonly exchange: number;
  readonly server: "enlistment" | "keys" | "push" | "media" | "chat";
  readonly part: "request" | "response";
  /** Request line, on both halves. */
  readonly method: string;
  readonly url: string;
  /** Response only. */
  readonly status?: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8 text; bodies that are not UTF-8 are base64 and `bodyIsBase64` is set. */
  readonly body: string;
  readonly bodyIsBase64?: true;
  /** Of a media body, as far as it arrived; `body` is empty when it is long. */
  readonly digest?: BodyDigest;
  /** Why the body ended before its end: an error code. */
  readonly broken?: string;
  /** Where a certain version was required: that version, on both halves. */
  readonly protocol?: HttpProtocol;
  /** On such a response: the version of TLS, for example `TLSv1.3`. */
  readonly tls?: string;
}

export interface BodyDigest {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export type HttpProtocol = "http/1.1" | "h2";

export interface ConnectionEntry extends EntryBase {
  readonly kind: "connection";
  readonly connection: string;
  readonly event: "opened" | "closed";
  readonly transport: "websocket" | "tcp";
  /** On `opened`: path and query of the upgrade request, and its headers. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** On `closed`: who closed first (`by`) and why. */
  readonly reason?: string;
}

export interface HandshakeEntry extends EntryBase {
  readonly kind: "handshake";
  readonly connection: string;
  readonly message: "header" | "client-hello" | "server-hello" | "client-finish" | "failed";
  /**
   * header: `{ hex }`. client-hello: `{ ephemeral (hex), hasStatic, payloadBytes }`. server-hello: `{ ephemeral (hex) }`.
   * client-finish: `{ staticKey (hex), furtherBytes, payload: { accountId, product, passive, readReceipts, …, token?: TraceToken } }`.
   * failed: `{ code, message, diagnosis? }`: the harness could not continue with what the provider sent.
   */
  readonly fields: Readonly<Record<string, Json>>;
}

/** A JWT that no one can use: a digest replaces the signature. */
export type TraceToken = {
  readonly header: { readonly [key: string]: Json };
  readonly claims: { readonly [key: string]: Json };
  readonly bytes: number;
  /** SHA-256 of the whole token, hex: equal digests mean that the same token was used again. */
  readonly sha256: string;
  /** What the simulated Meta decided: "ok" or an error code of protocol/token. */
  readonly verdict: string;
  /** Why it was refused: what was found, and what was wanted. */
  readonly reason?: string;
  /** When it was verified, in Unix seconds by the harness's clock. */
  readonly verifiedAt?: number;
};

export interface EnlistmentEntry extends EntryBase {
  readonly kind: "enlistment";
  readonly exchange: number;
  /** Argument name to hex of its decoded bytes (`token` apart). */
  readonly arguments: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly argument: string; readonly code: string; readonly message: string }[];
  readonly token?: TraceToken;
  /** Whether e_skey_sig verifies over 0x05 ‖ e_skey_val with e_ident; absent when a part is missing. */
  readonly signatureValid?: boolean;
  readonly outcome: { readonly login: string } | { readonly reason: string };
}

export interface LoginEntry extends EntryBase {
  readonly kind: "login";
  readonly connection: string;
  readonly account: string;
  readonly outcome: "accepted" | "refused";
  /** Failure reason sent, when refused. */
  readonly reason?: string;
  /** Why the client was refused; absent where a fault refused it. */
  readonly problem?: Problem;
}

export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** For example: "Your frame authenticates if its count is 1 where 0 is due." */
export type Diagnosis = Fit;

export interface StanzaEntry extends EntryBase {
  readonly kind: "stanza";
  readonly connection: string;
  /** Login (`12-345@interop`) of the provider's user on this connection. */
  readonly account: string;
  /** "in": from the provider. "out": to the provider. */
  readonly direction: "in" | "out";
  readonly node: TraceNode;
  /** Size of the encoded stanza. */
  readonly size: number;
  readonly compressed: boolean;
  /** Encoding facts worth judging, for example `interop-jid-short`. */
  readonly notes: readonly string[];
  /** Breaches of the stanza catalogue; blame is `by`. */
  readonly violations: readonly Violation[];
}

/** A frame that could not become a stanza. */
export interface BadFrameEntry extends EntryBase {
  readonly kind: "bad-frame";
  readonly connection: string;
  readonly account?: string;
  readonly code: string;
  readonly message: string;
  readonly size: number;
  /** The beginning of what was read: of the plaintext if the frame decrypted, else of the frame. */
  readonly hex?: string;
  /** Byte of the plaintext at which reading stopped. */
  readonly offset?: number;
  readonly diagnosis?: Diagnosis;
}

/** What a Signal message reveals without its keys. */
export interface Inspection {
  readonly kind: "pkmsg" | "msg";
  /** First byte, for example 0x33 = 51. */
  readonly firstByte: number;
  /** Hex. */
  readonly ratchetKey: string;
  readonly counter: number;
  readonly previousCounter: number;
  /** Of the encrypted body, in bytes; not in traces of earlier versions. */
  readonly bodyBytes?: number;
  readonly registrationId?: number;
  readonly preKeyId?: number;
  readonly signedPreKeyId?: number;
  readonly kyberPreKeyId?: number;
  /** Hex, 32 bytes. */
  readonly baseKey?: string;
  readonly identityKey?: string;
}

/** A state of a sender key. */
export interface SenderKeyFacts {
  readonly id: number;
  readonly iteration: number;
}

/** A simulated WhatsApp user opened, or failed to open, what a provider's user sent. */
export interface OpenedEntry extends EntryBase {
  readonly kind: "opened";
  /** `seq` of the stanza entry. */
  readonly of: number;
  readonly messageId: string;
  readonly user: string;
  readonly from: string;
  /** Where the message went to a group. */
  readonly group?: string;
  /** In a group: the key that was sent to the user, and the message that was sealed for all. */
  readonly distributed?: SenderKeyFacts;
  readonly shared?: SenderKeyFacts & {
    /** For example 0x33 = 51. */
    readonly firstByte: number;
  };
  readonly inspection?: Inspection;
  /** Padding as found: how many bytes the last byte names, and whether all of them carry that value. */
  readonly padding?: { readonly length: number; readonly uniform: boolean };
  readonly content?: TraceContent;
  /** In a copy for the sender's own devices: to whom the message went. */
  readonly sentTo?: string;
  /** For a message with a file: the outcome of fetching and opening it. */
  readonly file?: { readonly length: number; readonly sha256: string } | { readonly error: string };
  /** Error code of signal/ or protocol/content, when it could not be opened. */
  readonly error?: string;
  /** The field that is missing or unusable, for example `imageMessage.mediaKey`, and what was found there. */
  readonly field?: { readonly path: string; readonly found: string };
  /** The message of the error. */
  readonly message?: string;
  readonly diagnosis?: Diagnosis;
}

/** A simulated WhatsApp user fetched the file of a message of a provider's user, and inspected it. */
export interface MediaEntry extends EntryBase {
  readonly kind: "media";
  readonly messageId: string;
  readonly user: string;
  readonly from: string;
  readonly path: string;
  /** What Meta's media host answered; absent when there was no complete answer. */
  readonly status?: number;
  /** Why it was not complete: an error code. */
  readonly broken?: string;
  /** The file as it is stored. */
  readonly blob?: BodyDigest;
  /** What it decrypts to, sound or not. */
  readonly plain?: BodyDigest;
  /** Codes of protocol/media. If it is empty and the status is 200, the user sees the file. */
  readonly problems: readonly string[];
  readonly diagnosis?: Diagnosis;
}

/** A simulated WhatsApp user sealed a message for a provider's user. */
export interface SealedEntry extends EntryBase {
  readonly kind: "sealed";
  readonly messageId: string;
  readonly user: string;
  readonly to: string;
  readonly content: TraceContent;
  readonly inspection?: Inspection;
}

export type TraceContent = { readonly type: string } & { readonly [key: string]: Json };

export interface DriverEntry extends EntryBase {
  readonly kind: "driver";
  readonly call: number;
  readonly part: "request" | "response";
  readonly method: string;
  readonly params?: Json;
  readonly result?: Json;
  readonly error?: { readonly code: string; readonly detail?: string };
}

/** An event that the provider reported through `events.take`. */
export interface EventEntry extends EntryBase {
  readonly kind: "event";
  readonly user: string;
  readonly event: { readonly kind: string } & { readonly [key: string]: Json };
}

export interface FaultEntry extends EntryBase {
  readonly kind: "fault";
  readonly fault: string;
  readonly event: "armed" | "applied";
  readonly params: { readonly [key: string]: Json };
  /** On `applied`: where it acted. */
  readonly connection?: string;
  readonly messageId?: string;
}

export interface ClockEntry extends EntryBase {
  readonly kind: "clock";
  readonly advancedMs: number;
}

/** A picture of the app, which the person who is the driver gave with an answer. */
export interface PictureEntry extends EntryBase {
  readonly kind: "picture";
  /** Below the folder of the report. */
  readonly file: string;
  readonly bytes: number;
  /** What the person was asked. */
  readonly about: string;
}

export type TraceEntry =
  | ScenarioEntry
  | HttpEntry
  | ConnectionEntry
  | HandshakeEntry
  | EnlistmentEntry
  | LoginEntry
  | StanzaEntry
  | BadFrameEntry
  | OpenedEntry
  | MediaEntry
  | SealedEntry
  | DriverEntry
  | EventEntry
  | FaultEntry
  | ClockEntry
  | PictureEntry;

export type EntryKind = TraceEntry["kind"];
export type EntryOf<Kind extends EntryKind> = Extract<TraceEntry, { kind: Kind }>;

/** An entry before the journal has given it its number, time and scenario. */
export type NewEntry = { [Kind in EntryKind]: NewEntryOf<Kind> }[EntryKind];
export type NewEntryOf<Kind extends EntryKind> = Omit<EntryOf<Kind>, "seq" | "at" | "scenario">;

/** Why something was not judged, not in the usual way, or failed: a code to group by and a sentence to read. */
export interface Cause {
  readonly code: string;
  readonly message: string;
  /** `seq` of the entry that holds this judgement of the harness. */
  readonly entry?: number;
  readonly expected?: string;
  readonly found?: string;
  /** What was known without the trace: mostly the words of the driver, which come second. */
  readonly said?: Problem;
}
