import { type SessionEngine, sessionEngineNames } from "./account.js";
import { SignalError } from "./errors.js";
import { sessionEngineOver } from "./sessions/account.js";
import { x3dhVariant } from "./sessions/x3dh.js";

/** By name. Each brings its own libsignal, so a run loads only the one that it uses. */
const loaded = new Map<string, SessionEngine>();

/** Makes an engine ready for `sessionEngine`. @throws SignalError `unknown-engine`. */
export async function loadSessionEngine(name: string): Promise<SessionEngine> {
  if (name === "pqxdh-v4" && !loaded.has(name)) {
    const { pqxdhVariant } = await import("./sessions/pqxdh.js");
    loaded.set(name, sessionEngineOver(pqxdhVariant));
  }
  return sessionEngine(name);
}

/**
 * The engine that a profile names.
 *
 * @throws SignalError `unknown-engine`; also for `pqxdh-v4` before `loadSessionEngine` has loaded it.
 */
export function sessionEngine(name: string): SessionEngine {
  if (name === "x3dh-v3" && !loaded.has(name)) loaded.set(name, sessionEngineOver(x3dhVariant()));
  const engine = loaded.get(name);
  if (engine !== undefined) return engine;
  if (sessionEngineNames.some((each) => each === name)) {
    const message = `Session engine ${name} is not loaded; call loadSessionEngine("${name}") first`;
    throw new SignalError("unknown-engine", message);
  }
  const wanted = sessionEngineNames.join(" or ");
  throw new SignalError("unknown-engine", `Choose session engine: found "${name}", wanted ${wanted}`);
}
