import type { SessionEngine } from "../session-engine.js";
import { PqxdhAccount } from "./account.js";
import { readState } from "./state-codec.js";
import { freshState } from "./state.js";

/**
 * PQXDH and the triple ratchet, version 4, as current libsignal speaks it: first byte 0x44. No open WhatsApp client does,
 * so how its keys travel is our own guess (the profile `whatsapp-pqxdh`).
 */
export const pqxdhEngine: SessionEngine = {
  name: "pqxdh-v4",
  version: 4,
  createAccount: (options = {}) => new PqxdhAccount(freshState(options), options),
  importAccount: (state, options = {}) => new PqxdhAccount(readState(state), options),
};
