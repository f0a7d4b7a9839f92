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
  /** PEM: what to trust at its endpoints, where the usual authorities do not vouch for them. */
  readonly tlsCa?: string;
}

/** All that a suite may ask of the Meta side. */
export interface MetaSide {
  readonly profile: Profile;
  readonly endpoints: MetaEndpoints;
  readonly journal: Journal;
  readonly clock: MovableClock;
  /** Makes the integrator known, with the key endpoint from which its tokens are verified. */
  integrator(spec: IntegratorSpec): void;
  /**
   * Fetches the provider's key set over this version of HTTP, and records what came of it. Nothing is made of the keys.
   *
   * @throws CodedError `http-without-tls` where the address has no TLS, which chooses the version.
   */
  askForKeys(protocol: HttpProtocol): Promise<void>;
  /**
   * Fetches a provider's file, by its path at Meta's media host, from the provider over this version of HTTP, and records
   * what came of it. Nothing is asked when the path names no file of a known provider.
   *
   * @throws CodedError `http-without-tls` where the address has no TLS, which chooses the version.
   */
  askForFile(path: string, protocol: HttpProtocol): Promise<void>;
  /** A new simulated WhatsApp user with real keys. */
  user(): Promise<WhatsAppUser>;
  arm(fault: FaultRequest): void;
  /** The server's end of a provider user's live connection; undefined when there is none. */
  session(login: string): ChatSession | undefined;
  /** Forgets accounts, users, connections and faults of the scenario that ends. Integrators stay. */
  reset(): Promise<void>;
  /** Stops listening; every pending wait resolves empty. */
  close(): Promise<void>;
}

export interface ChatSession {
  readonly connection: string;
  /** Sends any stanzas as the server, as ordinary traffic; those of one call leave in one turn. */
  send(...stanzas: readonly TraceNode[]): void;
  /** Closes the socket without a word. */
  drop(): void;
}

export type UserContent =
  | {
      readonly type: "text";
      readonly text: string;
      /** The message that this one answers, and the address of its author. */
      readonly replyTo?: { readonly id: string; readonly from: string };
    }
  /** An empty emoji takes the reaction back. */
  | {
      readonly type: "reaction";
      readonly target: { readonly id: string; readonly from: string };
      readonly emoji: string;
    }
  | FileContent;

export interface SentMessage {
  readonly id: string;
}

export interface DownloadOptions {
  /** GET unless told. */
  readonly method?: "GET" | "HEAD";
  /** `Range` header, for example `bytes=0-15`. */
  readonly range?: string;
  /** Further headers; their names are written as they are given. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes nothing for so long after the first bytes. */
  readonly pauseMs?: number;
  /** Hangs up after the first bytes. */
  readonly abort?: boolean;
}

export interface WhatsAppUser {
  readonly jid: string;
  /** Encrypts for the provider's user and sends; resolves when the server has taken it. */
  send(to: string, content: UserContent): Promise<SentMessage>;
  /** Fetches the keys of the provider's user and begins a session now; a later `send` uses it. */
  prepare(to: string): Promise<void>;
  /** Tells the sender that these messages were read: one receipt, whose list names the second and further ones. */
  read(from: string, ids: readonly [string, ...string[]]): void;
  typing(to: string, state: "composing" | "paused"): void;
  /** What `login` sends is taken by the server from now on and not delivered; `login` is not told. */
  block(login: string): Promise<void>;
  /** Whether users of providers may write to this one; they may unless told. */
  opt(state: "in" | "out"): void;
  /**
   * Asks Meta's media host for a path, as the user's client does for every media message that it opens. Resolves when the
   * answer is complete or broken off; what the provider was asked for and answered is in the trace.
   */
  download(path: string, options?: DownloadOptions): Promise<void>;
  /** New identity key, as after a re-installation; peers are notified as the profile says. */
  changeIdentity(): Promise<void>;
  /** Makes a group of this user and `members`, who are told; resolves with its address. */
  createGroup(subject: string, members: readonly string[]): Promise<string>;
  /** For a group of this user's own making. */
  changeGroup(change: "add" | "remove", group: string, members: readonly string[]): Promise<void>;
}
