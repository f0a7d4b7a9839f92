import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Behaviour } from "../behaviour/behaviour.js";
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
}
