import { childNamed } from "../../../protocol/stanza/node.js";
import { readSignedPreKey } from "../key-bytes.js";
import type { Handler } from "./handler.js";

/** A new signed pre-key in place of the old one. */
export const rotateSignedPreKey: Handler = (turn, sender, request) => {
  const rotate = childNamed(request, "rotate");
  const signedPreKey = rotate && readSignedPreKey(childNamed(rotate, "skey"));
  if (signedPreKey === undefined || sender.keys === undefined) {
    return turn.refuse(sender, request, "400", "bad-request");
  }
  sender.keys.signedPreKey = signedPreKey;
  turn.answer(sender, request);
};
