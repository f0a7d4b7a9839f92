import type { Clock } from "../../../core/clock.js";
import type { Random } from "../../../core/random.js";
import type { Profile } from "../../../profiles/profile.js";
import type { TokenVerifier } from "../../accounts/token-verifier.js";
import type { Dispatch, Engine } from "../../engine/types.js";
import type { FaultBoard } from "../../faults/board.js";
import type { StanzaSource } from "../../journal/entry-log.js";
import type { ServerJournal } from "../../journal/journal.js";
import type { NoiseKeyLog } from "../../side/secrets.js";
import type { ServerIdentity } from "./certificates.js";
import type { StanzaCodec } from "./codec.js";
import type { ValidateStanza } from "./validator.js";

/** What the connections of one endpoint share. */
export interface ChatDeps {
  readonly profile: Profile;
  readonly journal: ServerJournal;
  /** Real time, not the one that a suite moves. */
  readonly clock: Clock;
  readonly random: Random;
  readonly faults: FaultBoard;
  readonly engine: Pick<Engine, "account" | "device">;
  readonly verifier: TokenVerifier;
  readonly identity: ServerIdentity;
  readonly codec: StanzaCodec;
  /** Decodes for the journal, with the same codec. */
  readonly read: StanzaSource["read"];
  readonly validate: ValidateStanza;
  readonly dispatch: Dispatch;
  /** Writes the keys of a connection to a file; absent unless the options name one. */
  readonly keyLog?: NoiseKeyLog;
}
