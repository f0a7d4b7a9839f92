import { encodeEnlistment } from "../../protocol/enlistment/request.js";
import type { EnlistmentErrorCode } from "../../protocol/enlistment/errors.js";
import { parseReply } from "../../protocol/enlistment/reply.js";
import { example, type Examples } from "./example.js";

const key = new Uint8Array(32);
const fields = {
  token: "t",
  authKey: key,
  registrationId: 1,
  identityKey: key,
  signedPreKey: { id: 1, publicKey: key, signature: new Uint8Array(64) },
};

export const enlistment: Examples<EnlistmentErrorCode> = {
  "enlistment-reply-malformed": example("A proxy answers with a page of its own", () =>
    parseReply("<html>502 Bad Gateway</html>"),
  ),
  "enlistment-unencodable": example("An identity key still has its type byte", () =>
    encodeEnlistment({ ...fields, identityKey: new Uint8Array(33) }),
  ),
};
