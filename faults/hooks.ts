import type { HandshakeMistake } from "../protocol/noise/mistakes.js";
import type { MediaContent } from "../protocol/content/content.js";
import type { IssueOptions } from "../protocol/noise/certificate.js";
import type { StanzaNode } from "../protocol/stanza/node.js";
import type { JsonObject } from "../protocol/token/inspect.js";

/** How to make the certificate chain of a ServerHello. */
export interface ChainPlan extends Omit<IssueOptions, "random"> {
  /** The signature to corrupt after signing. */
  readonly spoil?: "leaf" | "intermediate";
  /** The signature that loses its last byte. */
  readonly cut?: "leaf" | "intermediate";
  /** Nothing is sent in place of the chain. */
  readonly empty?: boolean;
}

/** The fields of ServerHello before they are encoded. */
export interface ServerHelloFields {
  readonly ephemeral: Uint8Array;
  readonly static: Uint8Array;
  readonly payload: Uint8Array;
}

/** A stanza for the provider, and the plaintext of the frame that will carry it. */
export interface StanzaPlaintext {
  readonly node: StanzaNode;
  readonly plaintext: Uint8Array;
}

/** What a simulated user is about to encrypt: an encoded content message, and the padding after it. */
export interface PlainMessage {
  readonly content: Uint8Array;
  readonly padding: Uint8Array;
}

/** What a simulated user is about to send: usually one stanza. `content` is the encoded content inside it. */
export interface SealedMessage {
  readonly stanzas: readonly StanzaNode[];
  readonly content: Uint8Array;
  /** The `enc` elements of earlier messages of this user, by message id. */
  readonly earlier: Pick<ReadonlyMap<string, StanzaNode>, "get" | "has">;
  /** How many further messages it lets pass before it is sent; 0 if it is sent at once. */
  readonly held: number;
  /** Whether it is sent before the last of them, or behind it. */
  readonly release: "before" | "behind";
}

/** How a line differs from one inside a host. */
export interface LinePlan {
  /** From one end to the other. */
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
  /** Of a hundred pieces. */
  readonly lossPercent: number;
  /** Until a lost piece is repeated; each further repetition takes twice as long. */
  readonly stallMs: number;
}

/** A request of a client, before the server looks at it. */
export interface ClientRequest {
  readonly type: "get" | "set";
  readonly namespace: string;
  /** False: the server never gets it, so it neither carries it out nor answers. */
  readonly arrives: boolean;
}

/** A request whose form the profile decides; with `error` the server refuses it. */
export interface InteropRequest {
  readonly name: "blocklist" | "deletion" | "reachability";
  readonly error?: string;
}

/** How to make a push. */
export interface PushPlan {
  readonly claims: JsonObject;
  /** Meta's key, or one that was never published. */
  readonly key: "meta" | "foreign";
  /**
   * `spoiled`: with the signature of something else. `public-secret`: `alg` HS256, with Meta's public key as the
   * secret. `other-algorithm`: RS512, by a key that is published for RS256. `other-key-id`: names an earlier key of Meta's.
   * `unsigned`: `alg` none. `missing`: no token at all.
   */
  readonly token: "signed" | "spoiled" | "public-secret" | "other-algorithm" | "other-key-id" | "unsigned" | "missing";
  /** Added to the header of a signed token, or in place of its members. */
  readonly header?: JsonObject;
  /** How the name of the authentication scheme is written (default: Bearer). */
  readonly scheme?: string;
  /** How often the call is made (default: once). */
  readonly times?: number;
}

/** How Meta's key endpoint answers. */
export interface KeysAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Members of the set. */
  readonly keys: readonly JsonObject[];
}

/** How Meta's media host answers requests for one file, other than with the file. */
export interface Serving {
  /** Instead of 200; the answer has no body then. */
  readonly status?: number;
  /** The connection breaks after this share of the body. */
  readonly breaksAt?: number;
  /** The body comes in pieces with pauses between them. */
  readonly pace?: { readonly pieces: number; readonly everyMs: number };
  /** The answer ends after this share of the body, as if that were all of it. */
  readonly endsAt?: number;
  /** How many answers are affected by the members above (default: all). */
  readonly answers?: number;
  /** A part of the file is answered without the length of the whole. */
  readonly unsized?: boolean;
  /** The file is compressed for those who take that. */
  readonly packed?: boolean;
  /** Names of headers are written in capitals, and further headers are added. */
  readonly odd?: boolean;
}

/** A file of a simulated user on its way to Meta's media host. */
export interface UploadedMedia {
  readonly plain: Uint8Array;
  readonly blob: Uint8Array;
  /** What the message will state about it; the path is not known yet, and an address that is given stays. */
  readonly content: MediaContent;
  readonly serving: Serving;
}

/**
 * The points at which a fault may act, each with the value that passes through it. Nothing else in the simulated Meta
 * side deviates from the profile.
 */
export interface Hooks {
  /** Reason to refuse an enlistment that is otherwise valid; undefined accepts it. */
  readonly "enlistment-reply": string | undefined;
  /** The HTTP answer to an enlistment. */
  readonly "enlistment-answer": { readonly status: number; readonly body: string };
  /** The line of a chat connection that has just been opened. */
  readonly "chat-network": LinePlan;
  /** The line by which the media host sends an answer. */
  readonly "media-network": LinePlan;
  readonly "certificate-chain": ChainPlan;
  /** The mistake with which the server computes the handshake. */
  readonly "handshake-mistake": HandshakeMistake | undefined;
  /** Undefined withholds it. */
  readonly "server-hello": ServerHelloFields | undefined;
  /** The encoded handshake message that contains ServerHello. */
  readonly "server-hello-bytes": Uint8Array;
  /** `failure` reason to refuse a login that is otherwise valid; undefined accepts it. */
  readonly login: string | undefined;
  /** Whether the next outgoing stanza is compressed. */
  readonly compression: boolean;
  readonly "stanza-plaintext": StanzaPlaintext;
  /** The body of an encrypted frame on its way out. */
  readonly frame: Uint8Array;
  /** The frames of one turn. Each element is written separately, as one WebSocket message. */
  readonly writes: readonly Uint8Array[];
  /** The answer to a keep-alive ping; undefined withholds it. */
  readonly "ping-answer": StanzaNode | undefined;
  readonly request: ClientRequest;
  /** Error with which the server refuses an upload of keys; undefined accepts it. */
  readonly "key-upload": string | undefined;
  /** Whether the server answers an upload of keys that it has stored. */
  readonly "key-upload-answer": boolean;
  /** Error with which the server refuses to hand out keys; undefined hands them out. */
  readonly "key-fetch": string | undefined;
  /** The `digest` element with what the server states about the keys that it holds. */
  readonly "key-digest": StanzaNode;
  /** The `user` element with the requested keys. */
  readonly bundle: StanzaNode;
  /** Whether a message of the provider's user arrives at the server. */
  readonly "message-arrival": boolean;
  /** Error with which the server refuses a message of the provider's user; undefined accepts it. */
  readonly "message-ack": string | undefined;
  /** Whether a simulated user gets a one-time pre-key of the provider's user. */
  readonly "one-time-key": boolean;
  /** Unix seconds that the server states as the time of a message to the provider's user. */
  readonly "message-time": number;
  /** Whether contacts learn of a new identity key. */
  readonly "identity-notice": boolean;
  /** Whose keys a simulated user encrypts a message with. */
  readonly "sealing-identity": "own" | "stranger";
  /** How many messages are counted as lost before a message is encrypted. */
  readonly "skipped-messages": number;
  readonly plaintext: PlainMessage;
  readonly sealed: SealedMessage;
  /** Which of Meta's keys signs a push. */
  readonly "push-key": "current" | "new";
  /** Undefined withholds it. */
  readonly push: PushPlan | undefined;
  readonly "meta-keys": KeysAnswer;
  /** Whether a receipt of the provider's user arrives at the server. */
  readonly receipt: boolean;
  readonly "interop-request": InteropRequest;
  readonly "media-upload": UploadedMedia;
  /** The `enc` elements that give one member of a group the sender's key. */
  readonly "key-share": readonly StanzaNode[];
  /** Whether the server treats an account as a member of a group. */
  readonly "group-membership": boolean;
  /** What a simulated user does after it could open a message. */
  readonly "opened-message": "receipt" | "retry" | "retry-without-bound";
  /** The number of the first retry receipt in which a simulated user sends keys. */
  readonly "retry-keys-from": number;
  /** A retry receipt of a simulated user. */
  readonly "retry-receipt": StanzaNode;
}

export type HookName = keyof Hooks;

/** Where a hook was reached. */
export interface FaultPlace {
  /**
   * Login and user id of the provider's user concerned. Absent until the handshake has ended, because neither is known
   * before: up to then, a fault for one account acts on any client.
   */
  readonly accounts?: readonly string[];
  readonly connection?: string | undefined;
  readonly messageId?: string | undefined;
  /** The message is encrypted again, because its receiver asked for it. */
  readonly again?: boolean;
}
