import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Behaviour } from "../behaviour/behaviour.js";
import type { Recent } from "../client/recent.js";
import type { Session } from "../client/session.js";
import type { EventQueue } from "../events.js";

/** What the parts of one user's client share. */
export interface UserContext {
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly account: SignalAccount;
  readonly session: Session;
  readonly events: EventQueue;
  /** The user's own address. */
  readonly login: string;
  /** Texts of the newest messages of either side, by id, so that replies can quote them. */
  readonly texts: Recent<string>;
}
