import type { EntryKind, EntryOf, TraceContent, TraceEntry, TraceNode } from "../../harness/model/trace.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import type { MetaEndpoints, SentMessage, UserContent } from "../../harness/ports/meta-side.js";
import type { MetaManifest } from "../endpoint/options.js";
import type { ArmedFault } from "../faults/board.js";
import type { EntryPredicate } from "../predicate/predicate.js";
import type { Static } from "../schema/schema.js";
import type { device, foreignDevice } from "../servers/admin/contract/devices.js";
import type { parameter } from "../servers/admin/contract/faults-and-clock.js";
import type { message } from "../servers/admin/contract/journal.js";
import type { mediaFile } from "../servers/admin/contract/media.js";
import type { account, integrator, newAccount } from "../servers/admin/contract/provider.js";

export type MockIntegrator = Static<typeof integrator>;
export type MockAccount = Static<typeof account>;
export type NewMockAccount = Static<typeof newAccount>;

/** A message that a simulated WhatsApp user received, decrypted. */
export interface ReceivedMessage {
  readonly seq: number;
  readonly id: string;
  readonly from: string;
  readonly content?: TraceContent;
  /** Why the user could not decrypt it. */
  readonly error?: string;
}

/** A simulated WhatsApp user. */
export interface MockUser {
  readonly jid: string;
  /** Second address, if the profile gives users one. */
  readonly lid?: string;
  /** Encrypts and sends; resolves when the server has acknowledged it. */
  send(to: string, content: UserContent): Promise<SentMessage>;
  /** Since the last reset, oldest first; at most 100, or `limit`. */
  messages(options?: { readonly after?: number; readonly limit?: number }): Promise<readonly ReceivedMessage[]>;
  changeIdentity(): Promise<void>;
  /** Sends one read receipt for all; `participant` is their sender in a group. */
  read(from: string, ids: readonly string[], participant?: string): Promise<void>;
  typing(to: string, state: "composing" | "paused"): Promise<void>;
  /** From now on the server acknowledges the messages of `login`, but does not deliver them. */
  block(login: string): Promise<void>;
  /** Opts in to chats with users of providers, or out. */
  opt(state: "in" | "out"): Promise<void>;
  presence(type: "available" | "unavailable"): Promise<void>;
  /** Creates a group; resolves with its address. */
  createGroup(subject: string, members: readonly string[]): Promise<string>;
  /** For a group that this user created. */
  changeGroup(change: "add" | "remove", group: string, members: readonly string[]): Promise<void>;
  /** Adds a simulated device. */
  addDevice(): Promise<MockUser>;
  /** All devices of the user, with the phone; empty if users have only one device. */
  devices(): Promise<readonly MockListedDevice[]>;
  /** Scans the code that an ordinary client shows, with the phone. */
  pair(code: string): Promise<MockDevice>;
  /** Makes an existing client a device of the user, by its keys in hex. */
  adopt(device: NewMockDevice): Promise<MockDevice>;
  remove(): Promise<void>;
}

export type NewMockDevice = Static<typeof foreignDevice>;

/** An ordinary client that is a device of a WhatsApp user. */
export interface MockDevice {
  readonly jid: string;
  readonly lid: string;
  /** Base64: the signed device identity, to which the device adds its own signature. */
  readonly signedIdentity: string;
  /** Base64: identity key of the phone. */
  readonly accountKey: string;
  /** Unlinks it, as its user does on the phone. */
  unlink(): Promise<void>;
}

/** A device of a user: a phone, a simulated device or an ordinary client. */
export type MockListedDevice = Static<typeof device>;

/** A message between a WhatsApp user and the client under test, with what happened to it. */
export type MockMessage = Static<typeof message>;

/** The server's end of a connection of the provider's user. */
export interface MockSession {
  /** Sends the stanzas together. */
  send(...stanzas: readonly TraceNode[]): Promise<void>;
  /** Closes the socket without a stream error. */
  drop(): Promise<void>;
}

export interface FaultKind {
  readonly fault: FaultId;
  readonly sentence: string;
  readonly params: Readonly<Record<string, Static<typeof parameter>>>;
}

export interface MockFaults {
  kinds(): Promise<readonly FaultKind[]>;
  arm(request: FaultRequest): Promise<Omit<ArmedFault, "fault"> & { readonly fault: string }>;
  armed(): Promise<readonly (Omit<ArmedFault, "fault"> & { readonly fault: string })[]>;
  disarm(id: number): Promise<void>;
  disarmAll(): Promise<void>;
}

export interface JournalPage<Entry extends TraceEntry = TraceEntry> {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** `after` for the next page; null on the last page. */
  readonly next: number | null;
  readonly last: number;
  readonly dropped: number;
}

export interface PageOptions {
  /** Only entries with a greater number (default: those since the last reset). */
  readonly after?: number;
  /** At most 1000 (default: 100). */
  readonly limit?: number;
}

export interface JournalStory {
  readonly entry: TraceEntry;
  /** Both halves of an HTTP exchange; a stanza with its encrypted content in plain. Includes the entry itself. */
  readonly belonging: readonly TraceEntry[];
  /** Of a stanza: its bytes on the wire, below Noise, in hex. */
  readonly payload?: string;
}

export type FollowOptions = Omit<WaitOptions, "timeoutMs">;

export interface MockJournal {
  /** A predicate that names a kind finds entries of that kind. */
  query<Kind extends EntryKind>(
    predicate: EntryPredicate<Kind> & { readonly kind: Kind },
    options?: PageOptions,
  ): Promise<JournalPage<EntryOf<Kind>>>;
  query(predicate: EntryPredicate, options?: PageOptions): Promise<JournalPage>;
  /** One entry with the entries that belong to it. @throws MockRefusal `not-found` */
  entry(seq: number): Promise<JournalStory>;
  /**
   * The entries since the last reset, then each new one. Continues through resets, until the tenant ends or the loop is
   * left. Throws MockClientError `mock-entries-missed` when the journal drops entries before the loop takes them.
   */
  follow<Kind extends EntryKind>(
    predicate: EntryPredicate<Kind> & { readonly kind: Kind },
    options?: FollowOptions,
  ): AsyncGenerator<EntryOf<Kind>, void, undefined>;
  follow(predicate?: EntryPredicate, options?: FollowOptions): AsyncGenerator<TraceEntry, void, undefined>;
  /** All entries, one JSON object per line; with `after` only later ones. */
  export(after?: number): Promise<string>;
}

export interface WaitOptions {
  /** At most 60 000 (default: 5000). */
  readonly timeoutMs?: number;
  /** Only entries with a greater number, recorded before or after the call (default: those since the last reset). */
  readonly after?: number;
  readonly signal?: AbortSignal;
}

export type MockMediaFile = Static<typeof mediaFile>;

/** The files of users on the simulated media host, as encrypted by their senders. */
export interface MockMedia {
  /** Oldest first. */
  list(): Promise<readonly MockMediaFile[]>;
  /** Stores bytes without encrypting them; clients fetch them from `path` below `mediaUrl`. */
  put(blob: Uint8Array): Promise<MockMediaFile>;
  /** @throws MockRefusal `not-found` */
  get(id: string): Promise<Uint8Array>;
  /** Requests for it get 404 from now on. @throws MockRefusal `not-found` */
  remove(id: string): Promise<void>;
}

/** One simulated Meta side, from outside. Every method may throw MockRefusal or MockClientError. */
export interface MockTenant {
  readonly id: string;
  readonly seed: string;
  readonly endpoints: MetaEndpoints;
  /** Registers a provider, with the key endpoint by which its tokens are verified. */
  integrator(spec: MockIntegrator): Promise<void>;
  user(options?: { readonly name?: string }): Promise<MockUser>;
  readonly accounts: {
    list(): Promise<readonly MockAccount[]>;
    get(login: string): Promise<MockAccount>;
    /** Without an enlistment request, for tests of the chat channel alone. */
    enlist(spec: NewMockAccount): Promise<MockAccount>;
    remove(login: string): Promise<void>;
  };
  /** Since the last reset. */
  readonly messages: {
    /** The newest, oldest first; at most 100, or `limit`. */
    list(options?: { readonly party?: string; readonly limit?: number }): Promise<readonly MockMessage[]>;
    /** @throws MockRefusal `not-found` */
    get(id: string): Promise<MockMessage>;
  };
  readonly media: MockMedia;
  session(login: string): MockSession;
  push(login: string): Promise<void>;
  readonly faults: MockFaults;
  readonly clock: {
    /** Unix milliseconds. */
    now(): Promise<number>;
    /** The new time. */
    advance(ms: number): Promise<number>;
  };
  readonly journal: MockJournal;
  /** The first entry that fits, recorded already or in time. @throws MockRefusal `wait-timed-out`, `wait-reset` */
  wait<Kind extends EntryKind>(
    predicate: EntryPredicate<Kind> & { readonly kind: Kind },
    options?: WaitOptions,
  ): Promise<EntryOf<Kind>>;
  wait(predicate: EntryPredicate, options?: WaitOptions): Promise<TraceEntry>;
  /**
   * Removes accounts, users, connections and faults, and ends waits. Providers, clock and journal stay. Resolves with the
   * number of the last entry before the reset.
   */
  reset(): Promise<{ readonly since: number }>;
  /** Ends this tenant. The first tenant, or an endpoint that this client did not start, continues to run. */
  close(): Promise<void>;
}

export interface NewMockTenant {
  /** Lower-case letters, digits and hyphens. */
  readonly id?: string;
  readonly seed?: string;
  /** Name of a built-in profile, the content of a profile file, or a whole profile. */
  readonly profile?: string | object;
}

/** A running simulated endpoint, from outside; its own methods are those of the first tenant. */
export interface Mock extends MockTenant {
  readonly manifest: MetaManifest;
  /** Creates a separate simulated side behind the same sockets. */
  tenant(spec?: NewMockTenant): Promise<MockTenant>;
  /** PEM to trust; undefined without TLS. */
  ca(): Promise<string | undefined>;
}
