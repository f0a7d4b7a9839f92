import type { AccountOptions, SignalAccount } from "./account.js";

export const sessionEngineNames = ["x3dh-v3", "pqxdh-v4"] as const;

export type SessionEngineName = (typeof sessionEngineNames)[number];

/** One way to agree on keys and to frame messages. A profile names it. */
export interface SessionEngine {
  readonly name: SessionEngineName;
  /** High nibble of every message's first byte. */
  readonly version: number;
  createAccount(options?: AccountOptions): SignalAccount;
  /** Takes `exportState` back. @throws SignalError `malformed-state`. */
  importAccount(state: Uint8Array, options?: AccountOptions): SignalAccount;
}
