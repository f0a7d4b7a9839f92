import type { Random } from "../../core/random.js";
import { RatchetAccount } from "./account.js";
import type { RatchetPolicy } from "./policy.js";
import { readState } from "./state.js";

/** Sessions that are not Signal's, in the place of a session engine. */
export function ratchetEngine(policy: RatchetPolicy, random: Random) {
  return {
    createAccount: () => new RatchetAccount(policy, random),
    /** @throws SignalError `malformed-state` */
    importAccount: (state: Uint8Array) => new RatchetAccount(policy, random, readState(state)),
  };
}
