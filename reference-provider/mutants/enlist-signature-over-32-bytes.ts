import { encodeEnlistment } from "../../protocol/enlistment/encode.js";
import { keyPairFromPrivate } from "../../protocol/noise/keys.js";
import { sign } from "../../protocol/xeddsa/sign.js";
import { formRequest } from "../behaviour/enlistment.js";
import { mutant } from "../behaviour/variation.js";

// An identity whose private half is at hand; the real one stays behind the Signal library.
const identity = keyPairFromPrivate(new Uint8Array(32).fill(0x42));

export default mutant("enlist-signature-over-32-bytes", "Signs the signed pre-key without its type byte", {
  enlistment: {
    request: (fields) => {
      const { id, publicKey } = fields.signedPreKey;
      const signature = sign(identity.privateKey, publicKey, new Uint8Array(64));
      const signedPreKey = { id, publicKey, signature };
      return formRequest(encodeEnlistment({ ...fields, identityKey: identity.publicKey, signedPreKey }));
    },
  },
});
