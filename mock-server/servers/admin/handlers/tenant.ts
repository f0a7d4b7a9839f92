import type { MetaSide, WhatsAppUser } from "../../../../harness/ports/meta-side.js";
import type { Profile } from "../../../../profiles/profile.js";
import type { Integrators } from "../../../accounts/integrators.js";
import type { Dispatch, Engine, SignedPreKey } from "../../../engine/types.js";
import type { FaultBoard } from "../../../faults/board.js";
import type { ServerJournal } from "../../../journal/journal.js";
import type { MediaStore } from "../../../media/store.js";

/** What the admin API needs of the tenants of an endpoint. */
export interface AdminTenants {
  readonly first: AdminTenant;
  get(id: string): AdminTenant | undefined;
  list(): readonly AdminTenant[];
  create(spec: { readonly id?: string; readonly seed?: string; readonly profile?: Profile }): Promise<AdminTenant>;
  /** False when there is no such tenant, or when it is the first one. */
  remove(id: string): Promise<boolean>;
}

export interface AdminTenant {
  readonly id: string;
  readonly seed: string;
  readonly journal: ServerJournal;
  readonly epoch: {
    /** `seq` of the last entry before the last reset. */
    readonly since: number;
    /** Aborted by a reset with the reason "reset", and when the tenant closes with "closed". */
    readonly signal: AbortSignal;
  };
  readonly core: {
    readonly engine: Pick<Engine, "account" | "accounts" | "devices">;
    readonly dispatch: Dispatch;
    readonly users: {
      get(jid: string): AdminUser | undefined;
      list(): readonly AdminUser[];
      /** False when there is no such user. */
      remove(jid: string): boolean;
    };
    readonly faults: Pick<FaultBoard, "arm" | "armed" | "disarm" | "disarmAll">;
    readonly integrators: Pick<Integrators, "list">;
    readonly media: Pick<MediaStore, "put" | "list" | "remove">;
    push(login: string, userId: string): void;
  };
  readonly side: AdminSide;
}

interface AdminSide
  extends Pick<MetaSide, "profile" | "endpoints" | "journal" | "clock" | "integrator" | "session" | "reset"> {
  user(options: { readonly name?: string }): Promise<AdminUser>;
  addDevice(phone: string): Promise<AdminUser>;
  pair(phone: string, code: string): AdminLinkedDevice;
  adopt(phone: string, device: AdminForeignDevice): AdminLinkedDevice;
  unlink(device: string): void;
}

/** A simulated WhatsApp user. */
export interface AdminUser extends Omit<WhatsAppUser, "read"> {
  readonly lid: string | undefined;
  read(from: string, ids: readonly [string, ...string[]], participant?: string): void;
  presence(type: "available" | "unavailable"): void;
}

/** An ordinary client that exists already. */
interface AdminForeignDevice {
  readonly noiseKey: Uint8Array;
  readonly identityKey: Uint8Array;
  readonly registrationId: number;
  readonly signedPreKey: SignedPreKey;
}

export interface AdminLinkedDevice {
  readonly jid: string;
  readonly lid: string;
  readonly signedIdentity: Uint8Array;
  readonly accountKey: Uint8Array;
}
