import type { Random } from "../../core/random.js";
import type { SignalAccount } from "../../signal/account.js";
import { loadSessionEngine, sessionEngine } from "../../signal/engine.js";
import type { Behaviour } from "../behaviour/behaviour.js";
import { ratchetEngine } from "../ratchet/account.js";
import { engineFor, type Settings } from "../settings.js";

/** Loads the engine for `sessionsFor`. */
export async function loadSessions({ profile }: Settings): Promise<void> {
  const name = engineFor(profile);
  if (name !== "other") await loadSessionEngine(name);
}

interface Sessions {
  createAccount(): SignalAccount;
  /** @throws SignalError `malformed-state` */
  importAccount(state: Uint8Array): SignalAccount;
}

interface SessionDeps {
  readonly settings: Settings;
  readonly behaviour: Behaviour;
  readonly random: Random;
}

/** What the users of this provider encrypt with. */
export function sessionsFor({ settings, behaviour, random }: SessionDeps): Sessions {
  const name = engineFor(settings.profile);
  if (name === "other") return ratchetEngine(behaviour.sessions.ratchet, random);
  const engine = sessionEngine(name);
  return {
    createAccount: () => engine.createAccount({ random }),
    importAccount: (state) => engine.importAccount(state, { random }),
  };
}
