import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { Dispatch, Effect, Engine, EngineEvent } from "./types.js";

/** The parts of the endpoint that carry effects out. */
export interface Outlets {
  send(connection: string, node: StanzaNode): void;
  close(connection: string, reason: string): void;
  deliver(jid: string, node: StanzaNode, entry: number): void;
  push(login: string, userId: string): void;
}

/**
 * Handles one event after the other. Events that arise while effects are carried out wait, so that no handler sees the
 * state between two effects of one event.
 */
export function createDispatch(engine: Engine, outlets: Outlets): Dispatch {
  const queue: EngineEvent[] = [];
  let busy = false;

  function carryOut(effect: Effect): void {
    switch (effect.type) {
      case "send":
        return outlets.send(effect.connection, effect.node);
      case "deliver":
        return outlets.deliver(effect.jid, effect.node, effect.entry);
      case "close":
        return outlets.close(effect.connection, effect.reason);
      case "push":
        return outlets.push(effect.login, effect.userId);
    }
  }

  return (event) => {
    queue.push(event);
    if (busy) return;
    busy = true;
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        for (const effect of engine.handle(next)) carryOut(effect);
      }
    } finally {
      busy = false;
    }
  };
}
