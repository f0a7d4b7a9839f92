import type { SessionEngine } from "../session-engine.js";
import { X3dhAccount } from "./account.js";
import { readState } from "./state-codec.js";
import { freshState } from "./state.js";

/** Classic X3DH and the double ratchet, version 3, as open WhatsApp clients speak it: first byte 0x33 (wire 5.1). */
export const x3dhEngine: SessionEngine = {
  name: "x3dh-v3",
  version: 3,
  createAccount: (options = {}) => new X3dhAccount(freshState(options), options),
  importAccount: (state, options = {}) => new X3dhAccount(readState(state), options),
};
