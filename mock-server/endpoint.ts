import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { sameBytes, toHex } from "../core/bytes.js";
import type { Clock, MovableClock } from "../core/clock.js";
import type { Random } from "../core/random.js";
import type { Journal } from "../harness/ports/journal.js";
import type { ChatSession, MetaEndpoints, MetaSide } from "../harness/ports/meta-side.js";
import type { Profile } from "../profiles/profile.js";
import { readPairingCode } from "../protocol/adv/pairing.js";
import { movableClock } from "../runtime/movable-clock.js";
import { seededRandom, systemRandom } from "../runtime/random.js";
import { systemClock } from "../runtime/system-clock.js";
import { createCore } from "./core.js";
import { MockServerError } from "./errors.js";
import { fromTraceNode } from "./faces/chat/trace-node.js";
import { tcpFace } from "./faces/chat/tcp.js";
import { webSocketFace } from "./faces/chat/websocket.js";
import { metaKeySetPath } from "./faces/keys/router.js";
import { httpApp } from "./faces/http-app.js";
import { createJournal } from "./journal/journal.js";
import { listen, stopListening } from "./listen.js";
import type { ForeignDevice, LinkedDevice } from "./users/people.js";
import type { ConsumerUser } from "./users/user.js";

export interface ListenOptions {
  /** Address to bind to, `127.0.0.1` unless told. */
  readonly host?: string;
  /** Host name in the addresses handed out; the bound one unless told. */
  readonly advertise?: string;
  /** HTTP and WebSocket. 0, the default, takes a free port. */
  readonly httpPort?: number;
  /** Chat over bare TCP. 0, the default, takes a free port. */
  readonly chatTcpPort?: number;
}

export interface MetaEndpointOptions {
  readonly profile: Profile;
  /** Decides ids, keys and order; random unless told. Encryption has a source of its own. */
  readonly seed?: string;
  /** Time underneath the movable clock of the endpoint. */
  readonly clock?: Clock;
  /** In place of what `seed` gives. */
  readonly random?: Random;
  readonly listen?: ListenOptions;
  /** PEM. With it there is a media host, which clients reach over TLS only. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly journal?: { readonly maximumEntries?: number; readonly maximumBytes?: number };
}

/** The manifest of a running endpoint. What this endpoint does not offer is null. */
export interface MetaManifest extends MetaEndpoints {
  /** Path of a PEM file. */
  readonly tlsCa: string | null;
  readonly adminUrl: string | null;
  readonly adminToken: string | null;
}

/** A running Meta side. */
export interface MetaEndpoint extends MetaSide {
  readonly seed: string;
  readonly chatTcpPort: number;
  manifest(): MetaManifest;
  user(options?: { readonly name?: string }): Promise<ConsumerUser>;
  /** A further simulated device of the user with this phone. @throws UserError `user-unknown`. */
  addDevice(phone: string): Promise<ConsumerUser>;
  /**
   * Lets the user's phone scan the code that a client shows. The client still has to answer; then it is sent away with
   * 515 to come back as the device that this returns.
   *
   * @throws AdvError `pairing-code-malformed`, MockServerError `pairing-unknown`, UserError `user-unknown`.
   */
  pair(phone: string, code: string): LinkedDevice;
  /** Makes a device one of the user's whose keys exist already. @throws UserError `user-unknown`. */
  adopt(phone: string, device: ForeignDevice): LinkedDevice;
}

/**
 * Starts the simulated Meta side; it is ready when this resolves. Any number of them can run in one process.
 *
 * @throws MockServerError `unsupported-profile-value`; the system's error when a port cannot be bound.
 */
export async function startMetaEndpoint(options: MetaEndpointOptions): Promise<MetaEndpoint> {
  const { profile } = options;
  demandSupported(profile);
  const seed = options.seed ?? toHex(systemRandom.bytes(8));
  const base = options.clock ?? systemClock;
  const journal = createJournal({ clock: base, ...options.journal });
  const time = movableClock(base);
  let mediaHost: string | undefined;
  const random = options.random ?? seededRandom(seed);
  const core = createCore({ profile, journal, base, time, random, mediaHost: () => mediaHost });
  const { connections, engine } = core;

  const http = createServer(httpApp(core.routers));
  const face = webSocketFace({
    path: profile.channel.path,
    maximumMessageBytes: 2 * profile.channel.maximumFrameBytes,
    connections,
    journal,
    nextExchange: core.nextExchange,
  });
  http.on("upgrade", (request, socket, head) => face.upgrade(request, socket, head));
  const tcp = tcpFace(connections);

  const { host = "127.0.0.1", advertise = host, httpPort = 0, chatTcpPort = 0 } = options.listen ?? {};
  const media = options.tls && createTlsServer(options.tls, httpApp(core.mediaRouters));
  const [port, tcpPort, mediaPort] = await Promise.all([
    listen(http, host, httpPort),
    listen(tcp, host, chatTcpPort),
    media && listen(media, host, 0),
  ]);
  const name = advertise.includes(":") ? `[${advertise}]` : advertise;
  const authority = `${name}:${port}`;
  if (mediaPort !== undefined) mediaHost = `${name}:${mediaPort}`;
  const endpoints: MetaEndpoints = {
    enlistUrl: `http://${authority}${profile.enlistment.path}`,
    chatUrl: `ws://${authority}${profile.channel.path}`,
    mediaUrl: mediaHost === undefined ? `http://${authority}` : `https://${mediaHost}`,
    jwksUrl: `http://${authority}${metaKeySetPath}`,
    rootKey: toHex(core.identity.rootKey),
  };

  function session(login: string): ChatSession | undefined {
    const connection = connections.get(engine.account(login)?.connection ?? "");
    return (
      connection && {
        connection: connection.id,
        send(...stanzas) {
          for (const stanza of stanzas) connection.send(fromTraceNode(stanza));
          connection.flush();
        },
        drop: () => connection.drop("dropped on request"),
      }
    );
  }

  return {
    profile,
    seed,
    endpoints,
    chatTcpPort: tcpPort,
    journal,
    clock: recordingClock(time, journal, () => core.dispatch({ type: "tick" })),
    manifest: () => ({ ...endpoints, tlsCa: null, adminUrl: null, adminToken: null }),
    integrator: core.integrator,
    user: (user) => core.users.create(user),
    addDevice: (phone) => core.users.addDevice(phone),
    pair(phone, text) {
      const code = readPairingCode(text);
      const waiting = engine.companion(code.ref);
      if (waiting !== undefined && sameBytes(waiting.keys.identity, code.identityKey))
        return core.users.pair(phone, code);
      const message = "Pair a device: no client found that waits with this code, wanted one";
      throw new MockServerError("pairing-unknown", message);
    },
    adopt: (phone, device) => core.users.adopt(phone, device),
    arm: (fault) => core.faults.arm(fault),
    session,
    reset: async () => core.reset(),
    async close() {
      core.stop();
      journal.close();
      const stopped = Promise.all([http, tcp, ...(media === undefined ? [] : [media])].map(stopListening));
      http.closeAllConnections();
      media?.closeAllConnections();
      await stopped;
    },
  };
}

function demandSupported({ channel }: Profile): void {
  if (channel.noise === "xx") return;
  const message = `Start endpoint, profile value channel.noise: found "${channel.noise}", wanted "xx"`;
  throw new MockServerError("unsupported-profile-value", message);
}

/** Jumps of time are part of the trace, and the engine looks at once what has expired. */
function recordingClock(time: MovableClock, journal: Journal, jumped: () => void): MovableClock {
  return {
    now: time.now,
    monotonic: time.monotonic,
    after: time.after,
    advance(ms) {
      journal.record({ kind: "clock", by: "harness", advancedMs: ms });
      time.advance(ms);
      jumped();
    },
  };
}
