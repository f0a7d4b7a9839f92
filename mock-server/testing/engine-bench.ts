import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { seededRandom } from "../../runtime/random.js";
import { createEngine } from "../engine/engine.js";
import type { Effect, EnlistedAccount, Origin } from "../engine/types.js";
import { createFaultBoard } from "../faults/board.js";
import { createJournal } from "../journal/journal.js";
import { freshKeys, type ProfileChange, stillClock, testProfile } from "./rig.js";

export const ada = "900-11@interop";
export const user = "99912345@s.whatsapp.net";

/** An engine without anything around it: events in, effects out. */
export function engineBench(change: ProfileChange = {}) {
  const clock = stillClock();
  const profile = testProfile(change);
  const journal = createJournal({ clock });
  const faults = createFaultBoard({ journal, random: seededRandom("engine") });
  const engine = createEngine({ profile, now: clock.now, faults, mediaHost: () => undefined });

  function say(from: Origin, stanza: StanzaNode, valid = true): readonly Effect[] {
    return engine.handle({ type: "stanza", from, node: stanza, entry: 5, valid });
  }

  return {
    clock,
    engine,
    faults,
    enlist(login = ada, userId = "ada"): EnlistedAccount {
      const account = { login, userId, authKey: new Uint8Array(32), ...freshKeys() };
      engine.handle({ type: "account-enlisted", account });
      return account;
    },
    connect: (connection = "c1", login = ada, passive = false, readReceipts = true) =>
      engine.handle({ type: "connected", connection, login, passive, readReceipts }),
    disconnect: (connection = "c1") => engine.handle({ type: "disconnected", connection }),
    join: (jid = user) => engine.handle({ type: "user-joined", jid }),
    /** From the provider's user on `connection`. */
    client: (stanza: StanzaNode, connection = "c1", valid = true) =>
      say({ kind: "connection", connection }, stanza, valid),
    /** From a simulated user. */
    user: (stanza: StanzaNode, jid = user) => say({ kind: "user", jid }, stanza),
  };
}

/** The stanzas among effects that go to `to`, a connection or a JID. */
export function stanzasTo(to: string, effects: readonly Effect[]): StanzaNode[] {
  return effects.flatMap((effect) => {
    if (effect.type === "send" && effect.connection === to) return effect.node;
    return effect.type === "deliver" && effect.jid === to ? effect.node : [];
  });
}

export function iq(type: "get" | "set", xmlns: string, content?: readonly StanzaNode[], id = "7"): StanzaNode {
  return node("iq", { id, to: "s.whatsapp.net", type, xmlns }, content);
}
