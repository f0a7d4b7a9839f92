import { describe, expect, test } from "@jest/globals";
import { toBase64 } from "../../core/bytes.js";
import { decodeMessage } from "../../proto/codec.js";
import { adv } from "../../proto/gen/adv.js";
import { systemRandom } from "../../runtime/random.js";
import { generateKeyPair } from "../noise/keys.js";
import { sign } from "../xeddsa/xeddsa.js";
import {
  accountSigned,
  decodeSignedIdentity,
  deviceSigned,
  encodeDeviceIdentity,
  encodeSignedIdentity,
  verifyIdentity,
} from "./device-identity.js";
import type { AdvError } from "./errors.js";
import { readPairingCode } from "./pairing.js";

// That the bytes are those of the ordinary service is shown by a foreign client in tests/foreign, which checks HMAC and
// account signature and whose device signature is checked here.

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return (thrown as AdvError).code;
  }
  return "nothing thrown";
}

function signedIdentity() {
  const [account, device] = [generateKeyPair(systemRandom), generateKeyPair(systemRandom)];
  const details = encodeDeviceIdentity({ rawId: 7, timestamp: 1_750_000_000, keyIndex: 3 });
  const signature = (key: typeof account, message: Uint8Array): Uint8Array =>
    sign(key.privateKey, message, systemRandom.bytes(64));
  const accountSignature = signature(account, accountSigned(details, device.publicKey));
  const deviceSignature = signature(device, deviceSigned(details, device.publicKey, account.publicKey));
  const keys = { account: account.publicKey, device: device.publicKey };
  return { keys, signed: { details, accountSignatureKey: account.publicKey, accountSignature, deviceSignature } };
}

describe("device identities", () => {
  test("come back as they were written, with signatures that verify", () => {
    const { keys, signed } = signedIdentity();
    const read = decodeSignedIdentity(encodeSignedIdentity(signed));
    expect(decodeMessage(adv.DeviceIdentity, read.details, 100)).toMatchObject({
      rawId: 7,
      timestamp: 1_750_000_000,
      keyIndex: 3,
    });
    expect(() => verifyIdentity(read, keys)).not.toThrow();
  });

  test("are refused with a signature of somebody else, or none", () => {
    const { keys, signed } = signedIdentity();
    const other = signedIdentity().signed;
    const { deviceSignature: _, ...unsigned } = signed;
    const accountSignature = other.accountSignature;
    expect(codeOf(() => verifyIdentity({ ...signed, accountSignature }, keys))).toBe("adv-bad-account-signature");
    expect(codeOf(() => verifyIdentity(unsigned, keys))).toBe("adv-bad-device-signature");
  });

  test.each(["", "ff", "0a0100"])("made of %s are malformed", (hex) => {
    expect(codeOf(() => decodeSignedIdentity(Buffer.from(hex, "hex")))).toBe("adv-malformed");
  });
});

describe("pairing codes", () => {
  const [noise, identity, secret] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte));
  const parts = [noise, identity, secret].map((key) => toBase64(key ?? new Uint8Array())).join(",");

  test.each([`2@abc,${parts}`, `https://wa.me/settings/linked_devices#2@abc,${parts},1`])("%s is read", (text) => {
    expect(readPairingCode(text)).toEqual({ ref: "2@abc", noiseKey: noise, identityKey: identity, secret });
  });

  test.each(["", "2@abc", `,${parts}`, "2@abc,AA==,AA==,AA=="])("%s is refused", (text) => {
    expect(codeOf(() => readPairingCode(text))).toBe("pairing-code-malformed");
  });
});
