import { concat } from "../../core/bytes.js";
import { verify } from "../../protocol/xeddsa/xeddsa.js";
import { bytesIn, check, childOf } from "../kit/index.js";
import { uploads } from "../kit/keys.js";
import { conversation } from "../scenarios/conversation.js";

/** Type byte of a Kyber1024 key; the signature covers it. */
const kyberType = Uint8Array.of(0x08);

export default check("m3-messaging/kyber-upload", {
  requirement: "M3-63",
  engines: ["pqxdh-v4"],
  scenario: conversation,
  reached: uploads,
  judge({ expect, reached, profile }) {
    for (const upload of reached) {
      const key = childOf(upload.node, profile.session.kyberKeyTag);
      const value = bytesIn(childOf(key, "value"));
      if (!expect("Kyber pre-key in bytes", value?.length, upload).is(1568) || value === undefined) continue;
      const identity = bytesIn(childOf(upload.node, "identity")) ?? new Uint8Array(0);
      const signature = bytesIn(childOf(key, "signature")) ?? new Uint8Array(0);
      const valid = verify(identity, concat(kyberType, value), signature);
      expect("signature over the Kyber pre-key verifies", valid, upload).is(true);
    }
  },
  hint: "Upload a Kyber1024 pre-key beside the signed pre-key, signed by the identity key over 08 and the key.",
  mutants: { "kyber-wrong-signature": "signature over the Kyber pre-key verifies" },
});
