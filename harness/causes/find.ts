import type { TraceEntry } from "../model/trace.js";
import { badFrameDefects, handshakeDefects, leftAfterLogin, stanzaDefects } from "./channel.js";
import { httpDefects, mediaDefects, openedDefects } from "./content.js";
import type { Defect } from "./defect.js";
import { enlistmentDefects, loginDefects } from "./identity.js";

/** Every judgement of the harness in the entries of one scenario, in their order. */
export function defectsIn(entries: readonly TraceEntry[]): readonly Defect[] {
  return entries.flatMap((entry) => defectsOf(entry, entries));
}

function defectsOf(entry: TraceEntry, entries: readonly TraceEntry[]): readonly Defect[] {
  switch (entry.kind) {
    case "enlistment":
      return enlistmentDefects(entry);
    case "login":
      return [...loginDefects(entry), ...leftAfterLogin(entry, entries)];
    case "handshake":
      return handshakeDefects(entry, entries);
    case "bad-frame":
      return badFrameDefects(entry);
    case "stanza":
      return stanzaDefects(entry);
    case "opened":
      return openedDefects(entry);
    case "media":
      return mediaDefects(entry);
    case "http":
      return httpDefects(entry);
    default:
      return [];
  }
}
