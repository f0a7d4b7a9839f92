import type { Content } from "../../protocol/content/content.js";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { SignalAccount } from "../../signal/account.js";
import type { Behaviour } from "../behaviour/behaviour.js";
import type { Recent } from "../client/recent.js";
import type { Session } from "../client/session.js";
import type { EventQueue } from "../events.js";
import type { FileStore } from "../files/file-store.js";
import type { Settings } from "../settings.js";

/** What the parts of one user's client share. */
export interface UserContext {
  readonly behaviour: Behaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly account: SignalAccount;
  readonly session: Session;
  readonly events: EventQueue;
  /** By sender and id: what was shown, so that a redelivery is known as one. */
  readonly seen: Recent<Content>;
  /** Stores everything as it is now, so that it survives the end of the process. */
  readonly keep: () => void;
  /** The user's own address. */
  readonly login: string;
  /** Texts of the newest messages of either side, by id, so that replies can quote them. */
  readonly texts: Recent<string>;
  /** User-visible identifier. */
  readonly user: string;
  readonly settings: Settings;
  /** What the provider's media host serves. */
  readonly store: FileStore;
  readonly issueToken: () => Promise<string>;
}
