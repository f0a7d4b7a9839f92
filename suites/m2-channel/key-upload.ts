import { check } from "../kit/index.js";
import { preKeysIn, sizeOf, uploads } from "../kit/keys.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/key-upload", {
  requirement: "M2-34",
  scenario: login,
  reached: uploads,
  judge({ expect, reached }) {
    for (const entry of reached) {
      expect("registration in bytes", sizeOf(entry.node, "registration"), entry).is(4);
      expect("type in bytes", sizeOf(entry.node, "type"), entry).is(1);
      expect("identity in bytes", sizeOf(entry.node, "identity"), entry).is(32);
      expect("signed pre-key in bytes", sizeOf(entry.node, "skey", "value"), entry).is(32);
      expect("signature of the signed pre-key in bytes", sizeOf(entry.node, "skey", "signature"), entry).is(64);
      for (const key of preKeysIn(entry)) {
        expect("one-time pre-key id in bytes", key.id?.length, entry).is(3);
        expect("one-time pre-key in bytes", key.value?.length, entry).is(32);
      }
    }
  },
  hint: "Keys in stanzas are 32 bytes without the type byte, ids are 3 bytes and the registration id 4 bytes, all big-endian.",
  mutants: {
    "upload-prefixed-keys": "one-time pre-key in bytes",
    "upload-without-signed-key": "signed pre-key in bytes",
  },
  lawful: ["small-key-batch"],
});
