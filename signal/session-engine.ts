import type { AccountOptions, SignalAccount } from "./account.js";

export const sessionEngineNames = ["x3dh-v3"] as const;

export type SessionEngineName = (typeof sessionEngineNames)[number];

/** One way to agree on keys and to frame messages. A profile names it; "pqxdh-v4" may join. */
export interface SessionEngine {
  readonly name: SessionEngineName;
  /** High nibble of every message's first byte. */
  readonly version: number;
  createAccount(options?: AccountOptions): SignalAccount;
  /** Takes `exportState` back. @throws SignalError `malformed-state`. */
  importAccount(state: Uint8Array, options?: AccountOptions): SignalAccount;
}
