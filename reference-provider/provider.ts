import type { Clock } from "../core/clock.js";
import type { Random } from "../core/random.js";
import { mediaKinds } from "../protocol/content/content.js";
import { generateKeyPair, type KeyPair } from "../protocol/noise/keys.js";
import type { ServerCredentials } from "../runtime/tls/ephemeral-ca.js";
import type { Archive } from "./account/archive.js";
import { loadSessions } from "./account/engines.js";
import type { Behaviour } from "./behaviour/behaviour.js";
import type { TokenKey } from "./behaviour/identity.js";
import { ProviderError } from "./errors.js";
import { createFileStore, fileHost } from "./files/host.js";
import { type HttpServer, startHttpServer } from "./server/http-server.js";
import { MetaKeys } from "./server/meta-keys.js";
import { type Proxy, startProxy } from "./server/proxy.js";
import { frontCredentials, startTlsFront } from "./server/tls-front.js";
import { TokenIssuer } from "./server/token-issuer.js";
import type { Settings } from "./settings.js";
import { User, type UserKeys, type UserDeps } from "./user/user.js";

export interface ProviderDeps {
  readonly behaviour: Behaviour;
  /** What else a reset has to forget: what a variant remembers. */
  readonly onReset?: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly firstKey?: Promise<TokenKey>;
  /** Default: a new certificate. */
  readonly credentials?: ServerCredentials;
  /** Where users survive the end of the process. */
  readonly archive?: Archive;
}

interface Configured {
  readonly settings: Settings;
  readonly server: HttpServer;
  readonly proxy: Proxy | undefined;
}

/** The whole provider: one server and any number of users, each with its own client. */
export class Provider {
  readonly #deps: ProviderDeps;
  readonly #tokens: TokenIssuer;
  readonly #users = new Map<string, User>();
  readonly #keysOfDeleted = new Map<string, UserKeys>();
  readonly #store = createFileStore();
  #configured: Configured | undefined;
  #userCount = 0;
  #lastAuthKey: KeyPair | undefined;

  constructor(deps: ProviderDeps) {
    this.#deps = deps;
    this.#tokens = new TokenIssuer({ ...deps, behaviour: deps.behaviour.identity });
  }

  /** Starts over with these settings. @throws ProviderError `unsupported-profile` */
  async configure(settings: Settings): Promise<Pick<HttpServer, "endpoints" | "tlsCa">> {
    const { noise } = settings.profile;
    if (noise !== "xx") {
      throw new ProviderError("unsupported-profile", `Configure: found noise "${noise}", wanted "xx"`);
    }
    await this.close();
    const { behaviour, clock, random, credentials = frontCredentials({ clock, random }) } = this.#deps;
    const { chatUrl, tlsCa: ca } = settings.meta;
    const { proxy: proxyBehaviour } = behaviour;
    const proxy = proxyBehaviour.enabled ? await startProxy({ behaviour: proxyBehaviour, chatUrl, ca }) : undefined;
    await loadSessions(settings);
    const metaKeys = new MetaKeys(settings, clock, behaviour.push);
    const server = await startHttpServer({
      behaviour: behaviour.push,
      clock,
      keySet: () => this.#tokens.keySet(),
      keySetHeaders: behaviour.identity.keySetHeaders,
      verifyPush: (token, audience) => metaKeys.verify(token, audience),
      serveFile: fileHost({ behaviour: this.#deps.behaviour.files, store: this.#store, clock: this.#deps.clock }),
      front: (port) => startTlsFront({ behaviour: behaviour.http, credentials, port }),
      wake: async (user) => this.#users.get(user)?.wake(),
    });
    // Clients know nothing of the proxy but its address.
    const meta = { ...settings.meta, chatUrl: proxy?.url ?? chatUrl };
    this.#configured = { settings: { ...settings, meta }, server, proxy };
    await this.#returnUsers();
    const { endpoints, tlsCa } = server;
    return { endpoints, ...(tlsCa !== undefined && { tlsCa }) };
  }

  /** False for a type of file that cannot be sent. */
  offers(capability: string): boolean {
    const isKind = mediaKinds.some((kind) => kind === capability);
    return !isKind || this.#deps.behaviour.files.kinds.some((kind) => kind === capability);
  }

  /** Whether clients reach Meta through a proxy. */
  get hasProxy(): boolean {
    return this.#deps.behaviour.proxy.enabled;
  }

  /** Whether users are still there when the process was killed and started again. */
  get survives(): boolean {
    return this.#deps.archive !== undefined;
  }

  /** Forgets all users. Settings, server and keys stay. */
  async reset(): Promise<void> {
    for (const id of this.#users.keys()) this.#deps.archive?.forget(id);
    await this.#closeUsers();
    this.#deps.onReset?.();
  }

  async #closeUsers(): Promise<void> {
    const users = [...this.#users.values()];
    this.#users.clear();
    this.#store.clear();
    await Promise.all(users.map((user) => user.close()));
  }

  /** @throws ProviderError `user-exists` */
  createUser(wanted: string | undefined): string {
    const id = wanted ?? this.#newName();
    if (this.#users.has(id)) throw new ProviderError("user-exists", `Create user "${id}": there is one of this name`);
    const { settings } = this.#demandConfigured();
    const { behaviour, random } = this.#deps;
    this.#lastAuthKey = behaviour.identity.authKey(() => generateKeyPair(random), this.#lastAuthKey);
    const deps = this.#userDeps(id, settings, this.#lastAuthKey);
    this.#users.set(id, new User(id, deps, this.#keysOfDeleted.get(id)));
    return id;
  }

  #newName(): string {
    this.#userCount += 1;
    const id = `user${this.#userCount}@reference.example`;
    return this.#users.has(id) ? this.#newName() : id;
  }

  #userDeps(id: string, settings: Settings, authKey: KeyPair): UserDeps {
    const issueToken = (): Promise<string> => this.#tokens.issue(id, settings);
    return { ...this.#deps, settings, issueToken, authKey, store: this.#store };
  }

  /** The users of the process before. They are not connected yet. */
  async #returnUsers(): Promise<void> {
    const { settings } = this.#demandConfigured();
    for (const [id, text] of this.#deps.archive?.users() ?? []) {
      const deps = this.#userDeps(id, settings, generateKeyPair(this.#deps.random));
      this.#users.set(id, User.kept(id, deps, text));
    }
  }

  /** @throws ProviderError `unknown-user` */
  user(id: string): User {
    const user = this.#users.get(id);
    if (user === undefined) throw new ProviderError("unknown-user", `Find user "${id}": there is none of this name`);
    return user;
  }

  /** At Meta and here; nothing happens here when Meta refuses. @throws ProviderError */
  async deleteUser(id: string): Promise<void> {
    const user = this.user(id);
    await user.features.remove();
    this.#users.delete(id);
    this.#deps.archive?.forget(id);
    if (this.#deps.behaviour.features.keepsKeysOfDeleted) this.#keysOfDeleted.set(id, user.keys);
    await user.close();
  }

  async rotateToken(): Promise<void> {
    await this.#tokens.rotate();
  }

  /** Disconnects everyone and stops the server. */
  async close(): Promise<void> {
    await this.#closeUsers();
    const { server, proxy } = this.#configured ?? {};
    this.#configured = undefined;
    await Promise.all([server?.close(), proxy?.close()]);
  }

  #demandConfigured(): Configured {
    if (this.#configured === undefined) {
      throw new ProviderError("not-configured", "Use the provider: provider.configure has not been called");
    }
    return this.#configured;
  }
}
