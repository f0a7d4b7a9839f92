import { bytesToUint, toHex } from "../../core/bytes.js";
import { check } from "../kit/index.js";
import { preKeysIn, uploads } from "../kit/keys.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/key-upload-ids", {
  requirement: "M2-35",
  scenario: login,
  reached: (trace) => uploads(trace).filter((entry) => preKeysIn(entry).length > 0),
  judge({ expect, reached }) {
    for (const entry of reached) {
      const keys = preKeysIn(entry);
      const ids = keys.flatMap(({ id }) => (id === undefined || id.length > 6 ? [] : [bytesToUint(id)]));
      expect("ids of one-time pre-keys", ids, entry).isUnique();
      expect("smallest id of a one-time pre-key", Math.min(...ids), entry).isAtLeast(1);
      expect(
        "one-time pre-keys",
        keys.map(({ value }) => toHex(value ?? new Uint8Array())),
        entry,
      ).isUnique();
    }
  },
  hint: "Number one-time pre-keys from 1 upwards and never give an id or a key twice: senders name keys by id alone.",
  mutants: {
    "upload-duplicate-ids": "ids of one-time pre-keys",
    "upload-zero-id": "smallest id of a one-time pre-key",
  },
});
