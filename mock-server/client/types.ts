import type { EntryKind, EntryOf, TraceContent, TraceEntry, TraceNode } from "../../harness/model/trace.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import type { MetaEndpoints, SentMessage, UserContent } from "../../harness/ports/meta-side.js";
import type { ArmedFault } from "../faults/board.js";
import type { account, enlistAccount } from "../servers/admin/contract/accounts.js";
import type { parameter } from "../servers/admin/contract/faults.js";
import type { adoptDevice, device } from "../servers/admin/contract/devices.js";
import type { mediaFile } from "../servers/admin/contract/media.js";
import type { integrator } from "../servers/admin/contract/integrators.js";
import type { message } from "../servers/admin/contract/messages.js";
import type { MetaManifest } from "../endpoint/options.js";
import type { EntryPredicate } from "../predicate/predicate.js";
import type { TypeOf } from "../schema/shape.js";

export type MockIntegrator = TypeOf<typeof integrator>;
export type MockAccount = TypeOf<typeof account>;
export type NewMockAccount = TypeOf<NonNullable<(typeof enlistAccount)["body"]>>;

/** What a simulated WhatsApp user was sent, opened. */
export interface ReceivedMessage {
  readonly seq: number;
  readonly id: string;
  readonly from: string;
  readonly content?: TraceContent;
  /** Why it could not be opened. */
  readonly error?: string;
}

/** A simulated WhatsApp user. */
export interface MockUser {
  readonly jid: string;
  /** Second address; only where the profile gives users one. */
  readonly lid?: string;
  /** Encrypts and sends; resolves when the server has taken it. */
  send(to: string, content: UserContent): Promise<SentMessage>;
  /** Since the last reset, oldest first; at most 100, or `limit`. */
  messages(options?: { readonly after?: number; readonly limit?: number }): Promise<readonly ReceivedMessage[]>;
  changeIdentity(): Promise<void>;
  /** Sends one read receipt for all; `participant` is their sender in a group. */
  read(from: string, ids: readonly string[], participant?: string): Promise<void>;
  typing(to: string, state: "composing" | "paused"): Promise<void>;
  /** What `login` sends is taken from now on and not delivered. */
  block(login: string): Promise<void>;
  /** In to chats with users of providers, or out of them. */
  opt(state: "in" | "out"): Promise<void>;
  presence(type: "available" | "unavailable"): Promise<void>;
  /** The address of a new group with these members. */
  createGroup(subject: string, members: readonly string[]): Promise<string>;
  /** For a group of this user's own making. */
  changeGroup(change: "add" | "remove", group: string, members: readonly string[]): Promise<void>;
  /** A further simulated device. */
  addDevice(): Promise<MockUser>;
  /** All of the user's, the phone among them; none where users have one each. */
  devices(): Promise<readonly MockListedDevice[]>;
  /** Lets the phone scan the code that an ordinary client shows. */
  pair(code: string): Promise<MockDevice>;
  /** Makes a client whose keys exist already one of the devices. Keys are hex. */
  adopt(device: NewMockDevice): Promise<MockDevice>;
  remove(): Promise<void>;
}

export type NewMockDevice = TypeOf<NonNullable<(typeof adoptDevice)["body"]>>;

/** An ordinary client that a WhatsApp user has taken for its own. */
export interface MockDevice {
  readonly jid: string;
  readonly lid: string;
  /** Base64: what the device takes over, less its own signature. */
  readonly signedIdentity: string;
  /** Base64: identity key of the phone. */
  readonly accountKey: string;
  /** As its user would on the phone. */
  unlink(): Promise<void>;
}

/** A device of a user who may have several, phones and simulated ones among them. */
export type MockListedDevice = TypeOf<typeof device>;

/** A message between a WhatsApp user and the client under test, with what became of it. */
export type MockMessage = TypeOf<typeof message>;

/** The server's end of a provider user's connection. */
export interface MockSession {
  /** In one turn. */
  send(...stanzas: readonly TraceNode[]): Promise<void>;
  /** Closes the socket without a word. */
  drop(): Promise<void>;
}

export interface FaultKind {
  readonly fault: FaultId;
  readonly sentence: string;
  readonly params: Readonly<Record<string, TypeOf<typeof parameter>>>;
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
  /** `after` of the next page; null when this is the last. */
  readonly next: number | null;
  readonly last: number;
  readonly dropped: number;
}

export interface PageOptions {
  /** Only entries with a greater number; those since the last reset unless told. */
  readonly after?: number;
  /** At most 1000; 100 unless told. */
  readonly limit?: number;
}

export interface JournalStory {
  readonly entry: TraceEntry;
  /** Both halves of an exchange, a stanza with what was sealed into it or opened out of it; the entry itself among them. */
  readonly belonging: readonly TraceEntry[];
  /** Of a stanza: its bytes as they crossed the wire, below Noise, in hex. */
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
  /** One entry with all that belongs to it. @throws MockRefusal `not-found` */
  entry(seq: number): Promise<JournalStory>;
  /**
   * Entries as they come, those since the last reset first; ends with the tenant, and goes on through resets. Leaving the
   * loop ends it too. Throws MockClientError `mock-entries-missed` when the journal forgets faster than they are taken.
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
  /** At most 60 000; 5000 unless told. */
  readonly timeoutMs?: number;
  /** Only entries with a greater number; those since the last reset unless told, whether there already or not. */
  readonly after?: number;
  readonly signal?: AbortSignal;
}

export type MockMediaFile = TypeOf<typeof mediaFile>;

/** The files of users on the simulated media host, encrypted as their senders left them. */
export interface MockMedia {
  /** Oldest first. */
  list(): Promise<readonly MockMediaFile[]>;
  /** Stores bytes as they are, to be fetched from `path` below `mediaUrl`. */
  put(blob: Uint8Array): Promise<MockMediaFile>;
  /** @throws MockRefusal `not-found` */
  get(id: string): Promise<Uint8Array>;
  /** Who asks for it is told that it is not there. @throws MockRefusal `not-found` */
  remove(id: string): Promise<void>;
}

/** One simulated Meta side, from outside. Every method may throw MockRefusal or MockClientError. */
export interface MockTenant {
  readonly id: string;
  readonly seed: string;
  readonly endpoints: MetaEndpoints;
  /** Makes a provider known, with the key endpoint from which its tokens are verified. */
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
  /** The first entry that fits, there already or in time. @throws MockRefusal `wait-timed-out`, `wait-reset` */
  wait<Kind extends EntryKind>(
    predicate: EntryPredicate<Kind> & { readonly kind: Kind },
    options?: WaitOptions,
  ): Promise<EntryOf<Kind>>;
  wait(predicate: EntryPredicate, options?: WaitOptions): Promise<TraceEntry>;
  /**
   * Forgets accounts, users, connections and faults, and ends waits. Providers, clock and journal stay. Resolves with
   * the number of the last entry before.
   */
  reset(): Promise<{ readonly since: number }>;
  /** Ends this tenant only; of the first one, or of one connected to, it ends nothing but the client's use of it. */
  close(): Promise<void>;
}

export interface NewMockTenant {
  /** Lower-case letters, digits and hyphens. */
  readonly id?: string;
  readonly seed?: string;
  /** Name of a built-in profile, what a profile file holds, or a whole profile: that is a file with every value bare. */
  readonly profile?: string | object;
}

/** A running simulated endpoint, from outside; its own methods are those of the first tenant. */
export interface Mock extends MockTenant {
  readonly manifest: MetaManifest;
  /** A simulated side of its own behind the same sockets. */
  tenant(spec?: NewMockTenant): Promise<MockTenant>;
  /** PEM to trust; undefined without TLS. */
  ca(): Promise<string | undefined>;
}
