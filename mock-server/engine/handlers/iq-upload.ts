import { sameBytes } from "../../../core/bytes.js";
import { kyberTagOf, readKeyRecord, readPreKeys } from "../key-bytes.js";
import { tellIdentityChange } from "../notices.js";
import type { Handler } from "./handler.js";

/**
 * Upload of identity, signed pre-key and one-time pre-keys (wire 3.4). A provider's user has the identity that it
 * enlisted with and changes it only by enlisting anew; a simulated user may bring a new one, as after re-installation.
 */
export const storeKeys: Handler = (turn, sender, request) => {
  const record = readKeyRecord(request, kyberTagOf(turn.shared.profile));
  const preKeys = readPreKeys(request);
  if (record === undefined || preKeys === undefined) return turn.refuse(sender, request, "400", "bad-request");
  const { enlisted } = sender;
  const foreign = enlisted !== undefined && !sameBytes(enlisted.identity, record.identity);
  if (foreign || preKeys.length > turn.shared.profile.keys.maximumUpload) {
    return turn.refuse(sender, request, "406", "not-acceptable");
  }
  const error = turn.shared.faults.apply("key-upload", undefined, turn.placeOf(sender));
  if (error !== undefined) return turn.refuse(sender, request, error, "upload-refused");
  const changed = sender.setKeys(record);
  sender.addPreKeys(preKeys);
  turn.answer(sender, request);
  if (changed) tellIdentityChange(turn, sender);
};
