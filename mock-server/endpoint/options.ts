import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { MetaEndpoints } from "../../harness/ports/meta-side.js";
import type { Profile } from "../../profiles/profile.js";
import type { JournalOptions } from "../journal/journal.js";
import type { SimulatedSide, TenantSpec } from "../side/side.js";

export interface ListenOptions {
  /** Address to bind to (default: `127.0.0.1`). */
  readonly host?: string;
  /** Host name in the addresses handed out (default: the bound one; for all interfaces, that of the loopback interface). */
  readonly advertise?: string;
  /** Port for HTTP and WebSocket (default: 0, any free port). */
  readonly httpPort?: number;
  /** Port for chat over bare TCP (default: 0, any free port). */
  readonly chatTcpPort?: number;
}

/** The admin API, on its own port. */
export interface AdminOptions {
  /** Address to bind to (default: `127.0.0.1`). If it is bound to all interfaces, clients use the advertised name. */
  readonly host?: string;
  /** Default: 0, any free port. */
  readonly port?: number;
}

export interface MetaEndpointOptions {
  readonly profile: Profile;
  /** Determines ids, keys and order (default: random). libsignal has its own source of randomness. */
  readonly seed?: string;
  /** Time underneath the movable clock of the endpoint. */
  readonly clock?: Clock;
  /** Replaces the randomness that `seed` gives. */
  readonly random?: Random;
  readonly listen?: ListenOptions;
  /** Limits of each tenant's journal. */
  readonly journal?: Omit<JournalOptions, "clock">;
  /** Serves https and wss with a new certificate. Chat over bare TCP has no TLS. */
  readonly tls?: boolean;
  /** File to append the keys of all connections to. Anyone who has it can read the traffic. */
  readonly keyLog?: string;
  /** Hears once that a key could not be written; the endpoint goes on without the file. */
  readonly onKeyLogFailure?: (error: unknown) => void;
  /** Default: no admin API. */
  readonly admin?: AdminOptions;
  /** A reset keeps the accounts and keys of providers' users, for an app that cannot forget its own (default: false). */
  readonly keepAccounts?: boolean;
}

/** The manifest of a running endpoint. Null for what this endpoint does not offer. */
export interface MetaManifest extends MetaEndpoints {
  /** Path of a PEM file. */
  readonly tlsCa: string | null;
  readonly adminUrl: string | null;
  readonly adminToken: string | null;
}

/** One Meta side among several behind the same sockets, with addresses of its own. `close` ends only this one. */
export interface MetaTenant extends SimulatedSide {
  readonly id: string;
  readonly seed: string;
}

/** A running Meta side. */
export interface MetaEndpoint extends SimulatedSide {
  readonly seed: string;
  readonly chatTcpPort: number;
  /** PEM of the certificate that clients must trust; undefined without TLS. */
  readonly ca: string | undefined;
  manifest(): MetaManifest;
  /**
   * A new Meta side that shares only the sockets with this one.
   *
   * @throws MockServerError `bad-tenant-id`, `tenant-exists`, `too-many-tenants`, `unsupported-profile-value`
   */
  tenant(spec?: TenantSpec): Promise<MetaTenant>;
}
