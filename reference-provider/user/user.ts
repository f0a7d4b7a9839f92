import { isGroup } from "../../protocol/ids/jid.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import { Recent } from "../../core/recent.js";
import type { Content } from "../../protocol/content/content.js";
import type { KeyPair } from "../../protocol/noise/keys.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Archive } from "../account/archive.js";
import { NewIdentities, type SentMessage, type UserContext } from "../account/context.js";
import { sessionsFor } from "../account/engines.js";
import { KeyStore } from "../account/key-store.js";
import { readKeptUser, readUserState, type UserState, writeKeptUser, writeUserState } from "../account/state.js";
import type { Behaviour } from "../behaviour/behaviour.js";
import type { UserFile } from "../behaviour/files.js";
import { Session } from "../channel/session.js";
import { ProviderError } from "../errors.js";
import { EventQueue, type MessageReference } from "../events.js";
import type { FileStore } from "../files/host.js";
import { Groups } from "../groups/groups.js";
import { Receiver } from "../messaging/receiver.js";
import { Sender } from "../messaging/sender.js";
import type { Settings } from "../settings.js";
import { clientPayload } from "./client-payload.js";
import { enlist } from "./enlist.js";
import { Features } from "./features.js";
import { Inbox } from "./inbox.js";

export interface UserDeps {
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  /** Of the Noise handshakes. */
  readonly authKey: KeyPair;
  /** A fresh token that names this user. */
  readonly issueToken: () => Promise<string>;
  readonly store: FileStore;
  /** Where users survive the end of the process; absent when they need not. */
  readonly archive?: Archive;
}

const rememberedTexts = 500;
const rememberedMessages = 1000;
const rememberedSent = 500;
/** Only the ids remain of messages that were shown before the process ended. */
const forgotten: Content = { type: "unknown", fields: [] };

interface Client {
  readonly session: Session;
  readonly keys: KeyStore;
  readonly sender: Sender;
  readonly groups: Groups;
  readonly features: Features;
}

/** The keys of a user's device. */
export interface UserKeys {
  readonly authKey: KeyPair;
  readonly account: SignalAccount;
}

/** One user of the provider: keys, login, and the client that runs on the user's device. */
export class User {
  readonly id: string;
  readonly events: EventQueue;
  readonly #deps: UserDeps;
  readonly #seen = new Recent<string, Content>(rememberedMessages);
  readonly #sent = new Recent<string, SentMessage>(rememberedSent);
  #authKey: KeyPair;
  #account: SignalAccount;
  #login: string | undefined;
  #client: Client | undefined;

  /** @param keys Of an earlier user (default: new keys). */
  constructor(id: string, deps: UserDeps, keys?: UserKeys) {
    this.id = id;
    this.#deps = deps;
    this.events = new EventQueue(deps.clock);
    this.#authKey = keys?.authKey ?? deps.authKey;
    this.#account = keys?.account ?? sessionsFor(deps).createAccount();
  }

  /** A user as the archive has it. */
  static kept(id: string, deps: UserDeps, text: string): User {
    const user = new User(id, deps);
    const { state, seen, sent, unread } = readKeptUser(text);
    // It was kept before each message left, so it is not older than what the contacts have seen.
    user.#restore(readUserState(state));
    for (const key of seen) user.#seen.set(key, forgotten);
    for (const [each, message] of sent) user.#sent.set(each, message);
    user.events.restore(unread);
    return user;
  }

  /** Stores everything as it is now. */
  keep(): void {
    const { archive, behaviour } = this.#deps;
    if (archive === undefined) return;
    const unread = behaviour.storage.keepsUnread ? this.events.waiting : [];
    const sent = behaviour.storage.keepsSent ? this.#sent.entries() : [];
    const seen = behaviour.storage.keepsShown ? this.#seen.keys() : [];
    archive.save(this.id, writeKeptUser({ state: this.exportState(), seen, sent, unread }));
  }

  /** Makes the user known to Meta; enlisting again replaces the keys there. @throws ProviderError */
  async enlist(): Promise<string> {
    await this.disconnect();
    const { behaviour, settings, clock, issueToken } = this.#deps;
    if (this.#login !== undefined && !behaviour.enlistment.repeats) return this.#login;
    const token = await issueToken();
    const keys = { authKey: this.#authKey.publicKey, ...this.#account.bundle() };
    this.#login = await enlist({ behaviour: behaviour.enlistment, settings, clock, keys, token });
    this.#client = undefined;
    this.keep();
    return this.#login;
  }

  /** @throws ProviderError `not-enlisted`, `connect-failed` */
  async connect(): Promise<void> {
    await this.#ready().session.connect();
  }

  /** Resolves when the server knows. */
  async disconnect(): Promise<void> {
    await this.#client?.session.disconnect();
  }

  /** A push came: there is something to fetch. Ignored for a user who is not enlisted or was turned away. */
  async wake(): Promise<void> {
    if (this.#login === undefined || this.#client?.session.turnedAway) return;
    if (this.#deps.behaviour.push.showsPushes) {
      const content = { type: "text", text: "" } as const;
      this.events.push({ kind: "message", id: "push", from: this.#login, content });
    }
    if (this.#deps.behaviour.push.startsAnew) this.#client = undefined;
    // A failure appears in the user's events; a push expects no answer.
    await this.connect().catch(() => undefined);
  }

  get keys(): UserKeys {
    return { authKey: this.#authKey, account: this.#account };
  }

  /** @throws ProviderError `not-enlisted` */
  get features(): Features {
    return this.#ready().features;
  }

  /** @throws ProviderError */
  async sendText(to: string, text: string, replyTo?: MessageReference): Promise<string> {
    const { groups, sender } = this.#ready();
    return isGroup(to) ? groups.sendText(to, text) : sender.sendText(to, text, replyTo);
  }

  /** @throws ProviderError */
  async react(to: string, target: MessageReference, emoji: string): Promise<string> {
    return this.#ready().sender.react(to, target, emoji);
  }

  /** @throws ProviderError */
  async sendFile(to: string, file: UserFile, replyTo?: MessageReference): Promise<string> {
    const { groups, sender } = this.#ready();
    return isGroup(to) ? groups.sendFile(to, file) : sender.sendFile(to, file, replyTo);
  }

  /** @throws ProviderError */
  async rotateKeys(): Promise<void> {
    await this.#ready().keys.rotate();
  }

  exportState(): string {
    return writeUserState({ authKey: this.#authKey, login: this.#login, account: this.#account.exportState() });
  }

  /** @throws ProviderError `state-unreadable` */
  async importState(text: string): Promise<void> {
    const state = readUserState(text);
    await this.disconnect();
    this.#restore(state);
    // The state may be older than what contacts have seen. Going on in its sessions would use message keys twice.
    if (this.#deps.behaviour.sessions.afterRestore === "archive") this.#account.archiveSessions();
  }

  /** @throws SignalError when the keys are none. */
  #restore({ account, authKey, login }: UserState): void {
    this.#account = sessionsFor(this.#deps).importAccount(account);
    this.#client = undefined;
    this.#authKey = authKey;
    this.#login = login;
  }

  async close(): Promise<void> {
    this.events.close();
    await this.disconnect();
  }

  #ready(): Client {
    if (this.#login === undefined) {
      throw new ProviderError("not-enlisted", `Use user "${this.id}": it is not enlisted`);
    }
    this.#client ??= this.#startClient(this.#login);
    return this.#client;
  }

  #startClient(login: string): Client {
    const { behaviour, clock, random, settings, issueToken, store } = this.#deps;
    const session: Session = new Session(
      {
        behaviour: behaviour.channel,
        clock,
        random,
        settings,
        authKey: this.#authKey,
        issueToken,
        payload: (token) => clientPayload(settings.profile.product, login, token),
      },
      {
        loggedIn: (again) => (again ? keys.uploadAgain() : keys.uploadOnce()),
        stanza: (stanza) => inbox.take(stanza),
        changed: (state, reason) => {
          if (state === "connected") {
            features.online();
            sender.loggedIn();
          }
          this.events.push({ kind: "connection", state, ...(reason !== undefined && { reason }) });
        },
      },
    );
    const { events } = this;
    const shared = { behaviour, clock, random, settings, issueToken, store, events };
    const keep = (): void => this.keep();
    const texts = new Recent<string, string>(rememberedTexts);
    const context: UserContext = {
      ...shared,
      account: this.#account,
      session,
      user: this.id,
      login,
      texts,
      seen: this.#seen,
      sent: this.#sent,
      newIdentities: new NewIdentities(),
      keep,
    };
    const keys = new KeyStore(context);
    const sender = new Sender(context);
    const features = new Features(context);
    const groups = new Groups(context, login);
    const inbox = new Inbox({ context, keys, sender, features, groups, receiver: new Receiver(context) });
    return { session, keys, sender, features, groups };
  }
}
