import { sameBytes } from "../../core/bytes.js";
import type { MetaSide } from "../../harness/ports/meta-side.js";
import { readPairingCode } from "../../protocol/adv/pairing.js";
import type { Core } from "../core.js";
import type { Secret } from "../secrets.js";
import { MockServerError } from "../errors.js";
import type { ForeignDevice, LinkedDevice } from "../users/people.js";
import type { ConsumerUser } from "../users/user.js";

/** What the simulated Meta side offers beyond what suites ask of any: users with several devices, and foreign devices. */
export interface ConsumerSide {
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
  /** Unlinks a device, as its user would on the phone. */
  unlink(device: string): void;
}

export interface SimulatedSide extends MetaSide, ConsumerSide {
  user(options?: { readonly name?: string }): Promise<ConsumerUser>;
  /** Private keys and tokens of this side: what no report, log or trace may hold. */
  secrets(): Promise<readonly Secret[]>;
}

export function consumerSide({ users, engine, dispatch }: Pick<Core, "users" | "engine" | "dispatch">): ConsumerSide {
  return {
    user: (options) => users.create(options),
    addDevice: (phone) => users.addDevice(phone),
    pair(phone, text) {
      const code = readPairingCode(text);
      const waiting = engine.companion(code.ref);
      if (waiting !== undefined && sameBytes(waiting.keys.identity, code.identityKey)) return users.pair(phone, code);
      throw new MockServerError(
        "pairing-unknown",
        "Pair a device: no client found that waits with this code, wanted one",
      );
    },
    adopt: (phone, device) => users.adopt(phone, device),
    unlink: (jid) => dispatch({ type: "device-removed", jid }),
  };
}
