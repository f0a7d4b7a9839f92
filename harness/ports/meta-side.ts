import type { MovableClock } from "../../core/clock.js";
import type { Profile } from "../../profiles/profile.js";
import type { HttpProtocol, TraceNode } from "../model/trace.js";
import type { FaultRequest } from "./faults.js";
import type { FileContent } from "./file.js";
import type { Journal } from "./journal.js";

/** Addresses and trust roots of the Meta side. The names are those of the `interop serve` manifest. */
export interface MetaEndpoints {
  readonly enlistUrl: string;
  readonly chatUrl: string;
  readonly mediaUrl: string;
  readonly jwksUrl: string;
  /** Hex, 32 bytes: public key that signs the intermediate certificate of the chat server. */
  readonly rootKey: string;
}

/** Addresses of the provider's server side, as `provider.configure` returned them. */
export interface ProviderEndpoints {
  readonly jwks: string;
  readonly media: string;
  readonly push: string;
}

export interface IntegratorSpec {
  readonly id: number;
  readonly slug: string;
  readonly endpoints: ProviderEndpoints;
  /** PEM: what to trust at its endpoints in addition to the usual authorities. */
  readonly tlsCa?: string;
}

/** Everything that a suite may ask of the Meta side. */
export interface MetaSide {
  readonly profile: Profile;
  readonly endpoints: MetaEndpoints;
  readonly journal: Journal;
  readonly clock: MovableClock;
  /** Makes the integrator known, with the key endpoint from which its tokens are verified. */
  integrator(spec: IntegratorSpec): void;
  /**
   * Fetches the provider's key set over this version of HTTP, and records the outcome. The keys are not used.
   *
   * @throws CodedError `http-without-tls` when the address has no TLS, which negotiates the version.
   */
  askForKeys(protocol: HttpProtocol): Promise<void>;
  /**
   * Fetches a provider's file, by its path at Meta's media host, from the provider over this version of HTTP, and records
   * the outcome. Sends no request if the path names no file of a known provider.
   *
   * @throws CodedError `http-without-tls` when the address has no TLS, which negotiates the version.
   */
  askForFile(path: string, protocol: HttpProtocol): Promise<void>;
  /** A new simulated WhatsApp user with real keys. */
  user(): Promise<WhatsAppUser>;
  arm(fault: FaultRequest): void;
  /** The server's end of a provider user's live connection; undefined when there is none. */
  session(login: string): ChatSession | undefined;
  /** Forgets accounts, users, connections and faults at the end of a scenario. Integrators stay. */
  reset(): Promise<void>;
  /** Stops listening; every pending wait resolves empty. */
  close(): Promise<void>;
}

export interface ChatSession {
  readonly connection: string;
  /** Sends stanzas as the server, as ordinary traffic; those of one call leave in one turn of the event loop. */
  send(...stanzas: readonly TraceNode[]): void;
  /** Closes the socket without warning. */
  drop(): void;
}

interface MessageReference {
  readonly id: string;
  /** Address of its author. */
  readonly from: string;
}

export type UserContent =
  | {
      readonly type: "text";
      readonly text: string;
      /** The message that this one answers, and the address of its author. */
      readonly replyTo?: MessageReference;
    }
  /** An empty emoji removes the reaction. */
  | {
      readonly type: "reaction";
      readonly target: { readonly id: string; readonly from: string };
      readonly emoji: string;
    }
  | (FileContent & { readonly replyTo?: MessageReference });

export interface SentMessage {
  readonly id: string;
}

export interface DownloadOptions {
  /** Default: GET. */
  readonly method?: "GET" | "HEAD";
  /** `Range` header, for example `bytes=0-15`. */
  readonly range?: string;
  /** Further headers; their names are written as they are given. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Stops reading for so long after the first bytes. */
  readonly pauseMs?: number;
  /** Closes the connection after the first bytes. */
  readonly abort?: boolean;
}

export interface WhatsAppUser {
  readonly jid: string;
  /** Encrypts for the provider's user and sends; resolves when the server has accepted it. `id`: default random. */
  send(to: string, content: UserContent, id?: string): Promise<SentMessage>;
  /** Fetches the keys of the provider's user and begins a session now; a later `send` uses it. */
  prepare(to: string): Promise<void>;
  /** Tells the sender that these messages were read, in one receipt; its list has the second and further ids. */
  read(from: string, ids: readonly [string, ...string[]]): void;
  typing(to: string, state: "composing" | "paused"): void;
  /** From now on the server accepts what `login` sends and does not deliver it. `login` does not hear of that. */
  block(login: string): Promise<void>;
  /** Whether users of providers may write to this one (default: in). */
  opt(state: "in" | "out"): void;
  /**
   * Asks Meta's media host for a path, as the user's client does for every media message that it opens. Resolves when the
   * answer is complete or was aborted. The trace holds the request to the provider and its response.
   */
  download(path: string, options?: DownloadOptions): Promise<void>;
  /** New identity key, as after a re-installation; peers are notified as the profile says. */
  changeIdentity(): Promise<void>;
  /** Creates a group of this user and `members`, who are notified; resolves with its address. */
  createGroup(subject: string, members: readonly string[]): Promise<string>;
  /** For a group that this user has created. */
  changeGroup(change: "add" | "remove", group: string, members: readonly string[]): Promise<void>;
}
