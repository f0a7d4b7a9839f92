import type { Integrators } from "../../../accounts/integrators.js";
import type { Dispatch, Engine } from "../../../engine/types.js";
import type { FaultBoard } from "../../../faults/board.js";
import type { Epoch } from "../../../journal/epoch.js";
import type { ServerJournal } from "../../../journal/journal.js";
import type { MediaStore } from "../../../media/store.js";
import type { SimulatedSide, TenantSpec } from "../../../side/side.js";
import type { Users } from "../../../users/users.js";

/** What the admin API needs of one tenant. */
export interface Tenant {
  readonly id: string;
  readonly seed: string;
  readonly side: SimulatedSide;
  readonly epoch: Pick<Epoch, "since" | "signal">;
  readonly journal: ServerJournal;
  readonly core: {
    readonly engine: Pick<Engine, "account" | "accounts" | "devices">;
    readonly dispatch: Dispatch;
    readonly users: Pick<Users, "get" | "list" | "remove">;
    readonly faults: Pick<FaultBoard, "arm" | "armed" | "disarm" | "disarmAll">;
    readonly integrators: Pick<Integrators, "list">;
    readonly media: Pick<MediaStore, "put" | "list" | "remove">;
    /** Notifies a provider's user, connected or not. */
    push(login: string, userId: string): void;
  };
}

/** What the admin API needs of all tenants of an endpoint. */
export interface Tenants {
  readonly first: Tenant;
  get(id: string): Tenant | undefined;
  list(): readonly Tenant[];
  /** @throws MockServerError `bad-tenant-id`, `tenant-exists`, `too-many-tenants`, `unsupported-profile-value` */
  create(spec: TenantSpec): Promise<Tenant>;
  /** False if there is none that can be removed. */
  remove(id: string): Promise<boolean>;
}
