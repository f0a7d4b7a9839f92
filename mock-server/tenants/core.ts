import type { Clock, MovableClock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { MetaSide } from "../../harness/ports/meta-side.js";
import type { Profile } from "../../profiles/profile.js";
import { readPairingCode } from "../../protocol/adv/pairing.js";
import { createIntegrators, createLogins, type Integrators } from "../accounts/integrators.js";
import { createKeySets } from "../accounts/key-sets.js";
import { createTokenVerifier } from "../accounts/token-verifier.js";
import { createDispatch } from "../engine/dispatch.js";
import { createEngine } from "../engine/engine.js";
import type { Dispatch, Engine } from "../engine/types.js";
import { createFaultBoard, type FaultBoard } from "../faults/board.js";
import { createHttpCaller } from "../http/caller.js";
import { countExchanges, type NextExchange } from "../http/exchange.js";
import { visit } from "../http/visit.js";
import type { ServerJournal } from "../journal/journal.js";
import { createMediaStore, type MediaHost, type MediaStore } from "../media/store.js";
import { createServerIdentity, type ServerIdentity } from "../servers/chat/certificates.js";
import type { StanzaCodec } from "../servers/chat/codec.js";
import { Connections } from "../servers/chat/connections.js";
import { stanzaReading } from "../servers/chat/trace-form.js";
import { chatValidator } from "../servers/chat/validator.js";
import type { HttpServersDeps } from "../servers/http-app.js";
import { createMetaSigner } from "../servers/keys/signer.js";
import { createMediaProxy } from "../servers/media/proxy.js";
import { createMediaServer, type MediaServer } from "../servers/media/server.js";
import { createPusher, type Pusher } from "../servers/push/server.js";
import { createSecrets, type NoiseKeyLog, type Secret } from "../side/secrets.js";
import { lateUsers } from "../users/late-users.js";
import type { Users } from "../users/users.js";

export interface CoreDeps {
  readonly profile: Profile;
  readonly codec: StanzaCodec;
  readonly journal: ServerJournal;
  /** Real time: what a provider compares with its own clock, and every wait. */
  readonly base: Clock;
  /** The time that a suite moves: mailboxes, inactive accounts and caches. */
  readonly time: MovableClock;
  readonly random: Random;
  readonly keepAccounts: boolean;
  readonly keyLog?: NoiseKeyLog;
  /** The media host of ordinary clients, once it listens; undefined if there is none. */
  readonly mediaHost: () => MediaHost | undefined;
  /** Part of the paths of files, see `createMediaStore`. */
  readonly mediaFolder: string;
}

/** Everything of one tenant except the sockets. */
export interface Core {
  readonly engine: Engine;
  readonly dispatch: Dispatch;
  readonly connections: Connections;
  readonly identity: ServerIdentity;
  readonly users: Users;
  readonly faults: FaultBoard;
  /** For the HTTP servers. */
  readonly http: HttpServersDeps;
  /** The files of users, encrypted. */
  readonly media: MediaStore;
  /** Meta's media host; it gets requests before the other HTTP servers. */
  readonly mediaServer: MediaServer;
  readonly nextExchange: NextExchange;
  readonly integrator: MetaSide["integrator"];
  readonly askForKeys: MetaSide["askForKeys"];
  readonly askForFile: MetaSide["askForFile"];
  /** All that `integrator` added. */
  readonly integrators: Pick<Integrators, "list">;
  /** Private keys that this side has used so far. */
  secrets(): Promise<readonly Secret[]>;
  /** Notifies a provider's user, connected or not. */
  readonly push: Pusher["push"];
  reset(): void;
  /** Resets, and stops all calls to providers. */
  stop(): void;
}

export function createCore(deps: CoreDeps): Core {
  const { profile, codec, journal, base, time, random, keepAccounts, keyLog, mediaHost, mediaFolder } = deps;
  const nextExchange = countExchanges();
  const secrets = createSecrets();
  const faults = createFaultBoard({ journal, random });
  const caller = createHttpCaller({ clock: base, journal, nextExchange });
  const integrators = createIntegrators();
  const keySets = createKeySets({ profile: profile.keySet, clock: time, caller });
  const verifier = createTokenVerifier({ profile, clock: base, integrators, keySets });
  const logins = createLogins(random);
  const signer = createMetaSigner();
  const pusher = createPusher({ profile: profile.push, clock: base, integrators, signer, caller, faults });
  const { certificateValidityDays: validityDays } = profile.channel;
  const identity = createServerIdentity({ clock: base, random, faults, validityDays, secrets });

  const engine = createEngine({ profile, now: time.now, faults, mediaHost });
  const dispatch = createDispatch(engine, {
    send: (connection, node) => connections.send(connection, node),
    close: (connection, reason) => connections.close(connection, reason),
    deliver: (jid, node, entry) => users.deliver(jid, node, entry),
    push: (login, userId) => pusher.push(login, userId),
  });
  const store = createMediaStore({ ...profile.media, folder: mediaFolder });
  const proxy = createMediaProxy({ profile: profile.media, clock: base, journal, integrators, nextExchange });
  const shared = { profile, journal, clock: base, random, faults, dispatch, secrets };
  const validate = chatValidator(profile, engine);
  const connections = new Connections({
    ...shared,
    engine,
    verifier,
    identity,
    codec,
    validate,
    read: stanzaReading(codec, validate),
    ...(keyLog !== undefined && { keyLog }),
  });
  const singleDevice = profile.accounts.model === "single-device";
  const underTest = (device: string): boolean => singleDevice || engine.device(device) !== undefined;
  const users = lateUsers({ ...shared, media: store, proxy, mediaHost, underTest }, engine);

  async function link(text: string): Promise<string> {
    const code = readPairingCode(text);
    return users.pair((await users.create()).jid, code).jid;
  }

  function reset(): void {
    faults.disarmAll();
    pusher.clear();
    signer.reset();
    users.clear();
    proxy.clear();
    store.clear();
    connections.dropAll("scenario ended");
    engine.reset(keepAccounts);
    if (!keepAccounts) logins.clear();
  }

  return {
    engine,
    dispatch,
    connections,
    identity,
    users,
    faults,
    http: {
      enlistment: {
        profile: profile.enlistment,
        journal,
        nextExchange,
        verifier,
        logins,
        faults,
        enlisted: (account) => dispatch({ type: "account-enlisted", account }),
      },
      keys: { journal, nextExchange, signer, faults },
      uploads: { journal, nextExchange, store, ...profile.media },
      ...(profile.accounts.login === "device" && { linking: { ...profile.enlistment, journal, nextExchange, link } }),
    },
    media: store,
    mediaServer: createMediaServer({ store, proxy, journal, clock: base, nextExchange, faults, random }),
    nextExchange,
    integrators,
    secrets: async () => [...secrets.list(), ...(await signer.secrets())],
    push: (login, userId) => pusher.push(login, userId),
    integrator(spec) {
      integrators.put(spec);
      const { tlsCa } = spec;
      const { jwks, media, push } = spec.endpoints;
      if (tlsCa !== undefined) for (const url of [jwks, media, push]) caller.trust(url, tlsCa);
      keySets.forget(jwks);
      signer.prepare();
    },
    async askForKeys(protocol) {
      const asked = integrators.byId(profile.integrator.id);
      const { fetchTimeoutMs: timeoutMs, maximumBytes } = profile.keySet;
      const url = asked?.endpoints.jwks ?? "";
      await visit(
        { clock: base, journal, nextExchange },
        { server: "keys", url, ca: asked?.tlsCa, protocol, timeoutMs, maximumBytes },
      );
    },
    async askForFile(path, protocol) {
      const target = proxy.locate(path);
      if (target === undefined) return;
      const { answerTimeoutMs: timeoutMs, maximumFileBytes: maximumBytes } = profile.media;
      const { url, ca } = target;
      await visit(
        { clock: base, journal, nextExchange },
        { server: "media", url: url.href, ca, protocol, timeoutMs, maximumBytes },
      );
    },
    reset,
    stop() {
      reset();
      caller.close();
    },
  };
}
