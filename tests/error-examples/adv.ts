import { fromHex } from "../../core/bytes.js";
import {
  accountSigned,
  decodeSignedIdentity,
  encodeDeviceIdentity,
  verifyIdentity,
} from "../../protocol/adv/device-identity.js";
import type { AdvErrorCode } from "../../protocol/adv/errors.js";
import { readPairingCode } from "../../protocol/adv/pairing.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { sign } from "../../protocol/xeddsa/xeddsa.js";
import { seededRandom } from "../../runtime/random.js";
import { example, type Examples } from "./example.js";

const random = seededRandom("adv");
const [account, device] = [generateKeyPair(random), generateKeyPair(random)];
const keys = { account: account.publicKey, device: device.publicKey };
const details = encodeDeviceIdentity({ rawId: 7, timestamp: 1_750_000_000, keyIndex: 3 });
const signed = (message: Uint8Array): Uint8Array => sign(account.privateKey, message, random.bytes(64));

export const adv: Examples<AdvErrorCode> = {
  "adv-malformed": example("A proof holds nothing but a field that nobody knows", () =>
    decodeSignedIdentity(fromHex("7a0100")),
  ),
  "adv-bad-account-signature": example("The two bytes before the details were not signed", () =>
    verifyIdentity({ details, accountSignature: signed(details) }, keys),
  ),
  "adv-bad-device-signature": example("The device did not sign", () =>
    verifyIdentity({ details, accountSignature: signed(accountSigned(details, device.publicKey)) }, keys),
  ),
  "pairing-code-malformed": example("A link was scanned in place of a pairing code", () =>
    readPairingCode("https://example.org/"),
  ),
};
