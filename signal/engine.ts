import { SignalError } from "./errors.js";
import { type SessionEngine, sessionEngineNames } from "./session-engine.js";
import { x3dhEngine } from "./x3dh/engine.js";

/** By name. The usual one is at hand; the others are loaded when somebody needs them, as they take their time. */
const loaded = new Map<string, SessionEngine>([[x3dhEngine.name, x3dhEngine]]);

/** Makes an engine ready for `sessionEngine`. @throws SignalError `unknown-engine`. */
export async function loadSessionEngine(name: string): Promise<SessionEngine> {
  if (name === "pqxdh-v4") {
    const { pqxdhEngine } = await import("./pqxdh/engine.js");
    loaded.set(pqxdhEngine.name, pqxdhEngine);
  }
  return sessionEngine(name);
}

/** The engine that a profile names. @throws SignalError `unknown-engine`; also when it has not been loaded. */
export function sessionEngine(name: string): SessionEngine {
  const engine = loaded.get(name);
  if (engine !== undefined) return engine;
  const known = sessionEngineNames.find((each) => each === name);
  const wanted = known === undefined ? sessionEngineNames.join(" or ") : "it to be loaded first";
  throw new SignalError("unknown-engine", `Choose session engine: found "${name}", wanted ${wanted}`);
}
