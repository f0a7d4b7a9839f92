import { SignalError } from "./errors.js";
import { type SessionEngine, sessionEngineNames } from "./session-engine.js";
import { x3dhEngine } from "./x3dh/engine.js";

/** The engine that a profile names. @throws SignalError `unknown-engine`. */
export function sessionEngine(name: string): SessionEngine {
  if (name === x3dhEngine.name) return x3dhEngine;
  const wanted = sessionEngineNames.join(" or ");
  throw new SignalError("unknown-engine", `Choose session engine: found "${name}", wanted ${wanted}`);
}
