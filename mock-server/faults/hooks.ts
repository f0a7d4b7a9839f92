import type { MediaContent } from "../../protocol/content/content.js";
import type { IssueOptions } from "../../protocol/noise/certificate.js";
import type { JsonObject } from "../../protocol/token/inspect.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";

/** How the certificate chain of a ServerHello is to be made. */
export interface ChainPlan extends Omit<IssueOptions, "random"> {
  /** The signature to spoil after signing. */
  readonly spoil?: "leaf" | "intermediate";
  /** The signature that loses its last byte. */
  readonly cut?: "leaf" | "intermediate";
}

/** The fields of ServerHello before they are encoded. */
export interface ServerHelloFields {
  readonly ephemeral: Uint8Array;
  readonly static: Uint8Array;
  readonly payload: Uint8Array;
}

/** A stanza for the provider, and the plaintext of the frame that is to carry it. */
export interface StanzaPlaintext {
  readonly node: StanzaNode;
  readonly plaintext: Uint8Array;
}

/** What a simulated user is about to encrypt: an encoded content message, and the padding to put behind it. */
export interface PlainMessage {
  readonly content: Uint8Array;
  readonly padding: Uint8Array;
}

/** What a simulated user is about to send: usually one stanza. `content` is the encoded content inside it. */
export interface SealedMessage {
  readonly stanzas: readonly StanzaNode[];
  readonly content: Uint8Array;
  /** What earlier messages of this user were sealed as, by message id. */
  readonly earlier: Pick<ReadonlyMap<string, StanzaNode>, "get" | "has">;
  /** Whether it waits until the next message has gone out. */
  readonly held: boolean;
}

/** A request whose form the profile decides; with `error` the server refuses it. */
export interface InteropRequest {
  readonly name: "blocklist" | "deletion" | "reachability";
  readonly error?: string;
}

/** How a push is to be made. */
export interface PushPlan {
  readonly claims: JsonObject;
  /** Meta's key, or one that nobody published. */
  readonly key: "meta" | "foreign";
  /**
   * `spoiled`: with a signature that belongs to something else. `public-secret`: `alg` HS256, with Meta's public key for the
   * secret. `unsigned`: `alg` none. `missing`: no token at all.
   */
  readonly token: "signed" | "spoiled" | "public-secret" | "unsigned" | "missing";
}

/** How Meta's media host answers for one file, other than by handing it out. */
export interface Serving {
  /** In place of 200, and then without the file. */
  readonly status?: number;
  /** The connection breaks after this share of the body. */
  readonly breaksAt?: number;
  /** The body comes in pieces with pauses in between. */
  readonly pace?: { readonly pieces: number; readonly everyMs: number };
  /** How many answers are like that; all of them when absent. */
  readonly answers?: number;
}

/** A file of a simulated user on its way to Meta's media host. */
export interface UploadedMedia {
  readonly plain: Uint8Array;
  readonly blob: Uint8Array;
  /** What the message will say of it; the path is not known yet. */
  readonly content: MediaContent;
  readonly serving: Serving;
}

/** The ciphertexts with which one member of a group gets the sender's key. */
export type KeyShare = readonly StanzaNode[];

/**
 * The points at which a fault may act, each with the value that passes through it. Nothing else in the mock deviates
 * from the profile.
 */
export interface Hooks {
  /** Reason with which an otherwise good enlistment is refused; undefined accepts it. */
  readonly "enlistment-reply": string | undefined;
  /** The HTTP answer to an enlistment. */
  readonly "enlistment-answer": { readonly status: number; readonly body: string };
  readonly "certificate-chain": ChainPlan;
  /** Undefined withholds it. */
  readonly "server-hello": ServerHelloFields | undefined;
  /** The encoded handshake message with ServerHello in it. */
  readonly "server-hello-bytes": Uint8Array;
  /** `failure` reason with which an otherwise good login is refused; undefined accepts it. */
  readonly login: string | undefined;
  /** Whether the next outgoing stanza is compressed. */
  readonly compression: boolean;
  readonly "stanza-plaintext": StanzaPlaintext;
  /** The body of an encrypted frame on its way out. */
  readonly frame: Uint8Array;
  /** Frames that go out in one turn; each element is written by itself, as one WebSocket message. */
  readonly writes: readonly Uint8Array[];
  /** The answer to a keep-alive ping; undefined withholds it. */
  readonly "ping-answer": StanzaNode | undefined;
  /** Error with which the server refuses an upload of keys; undefined takes it. */
  readonly "key-upload": string | undefined;
  /** The `digest` element with what the server says of the keys that it holds. */
  readonly "key-digest": StanzaNode;
  /** The `user` element with the keys of the user asked for. */
  readonly bundle: StanzaNode;
  /** Whether a message of the provider's user arrives at the server. */
  readonly "message-arrival": boolean;
  /** Error with which the server refuses a message of the provider's user; undefined takes it. */
  readonly "message-ack": string | undefined;
  /** Whether contacts learn of a new identity key. */
  readonly "identity-notice": boolean;
  /** With whose keys a simulated user seals a message. */
  readonly "sealing-identity": "own" | "stranger";
  /** How many messages are counted as lost before a message is sealed. */
  readonly "skipped-messages": number;
  readonly plaintext: PlainMessage;
  readonly sealed: SealedMessage;
  /** Which of Meta's keys signs a push. */
  readonly "push-key": "current" | "new";
  /** Undefined withholds it. */
  readonly push: PushPlan | undefined;
  /** Whether a receipt of the provider's user arrives at the server. */
  readonly receipt: boolean;
  readonly "interop-request": InteropRequest;
  readonly "media-upload": UploadedMedia;
  /** What a member of a group gets besides the message that is for all. */
  readonly "key-share": KeyShare;
  /** Whether the server takes an account for a member of a group. */
  readonly "group-membership": boolean;

  readonly "opened-message": "receipt" | "retry" | "retry-without-bound";
  /** A retry receipt of a simulated user. */
  readonly "retry-receipt": StanzaNode;
}

export type HookName = keyof Hooks;

/** Where a hook was reached. */
export interface FaultPlace {
  /**
   * Login and user id of the provider's user concerned. Absent up to the end of the handshake, where neither is known:
   * a fault meant for one account acts there on whoever comes.
   */
  readonly accounts?: readonly string[];
  readonly connection?: string | undefined;
  readonly messageId?: string | undefined;
  /** The message is sealed once more, because its receiver asked for it. */
  readonly again?: boolean;
}
