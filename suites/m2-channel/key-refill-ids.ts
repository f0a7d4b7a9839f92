import { bytesToUint, toHex } from "../../core/bytes.js";
import { check, type StanzaEntry } from "../kit/index.js";
import { preKeysIn, uploads } from "../kit/keys.js";
import { keyRefill } from "../scenarios/login.js";

export default check("m2-channel/key-refill-ids", {
  requirement: "M2-77",
  scenario: keyRefill,
  // Ids within one upload are judged by m2-channel/key-upload-ids.
  reached(trace) {
    const all = uploads(trace).filter(
      (entry) => keysById(entry).size > 0 && keysById(entry).size === preKeysIn(entry).length,
    );
    return all.length < 2 ? [] : all;
  },
  judge({ expect, reached }) {
    const given = new Map<number, string>();
    for (const entry of reached) {
      const again = [...keysById(entry)].filter(([id, key]) => (given.get(id) ?? key) !== key).map(([id]) => id);
      expect("ids that an earlier upload gave to other keys", again, entry).isEmpty();
      for (const [id, key] of keysById(entry)) given.set(id, key);
    }
  },
  hint: "Go on counting where the upload before ended, also after a restart: whoever names a key by its id must not meet another one.",
  mutants: {
    "refill-starts-again": "ids that an earlier upload gave to other keys",
    "upload-zero-id": "ids that an earlier upload gave to other keys",
  },
});

function keysById(entry: StanzaEntry): ReadonlyMap<number, string> {
  return new Map(
    preKeysIn(entry).flatMap(({ id, value }): [number, string][] =>
      id?.length === 3 && value !== undefined ? [[bytesToUint(id), toHex(value)]] : [],
    ),
  );
}
