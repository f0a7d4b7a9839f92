import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { concat } from "../../core/bytes.js";
import { decodeMessage } from "../../proto/codec.js";
import { adv } from "../../proto/gen/adv.js";
import {
  decodeSignedIdentity,
  encodeDeviceIdentity,
  encodeSignedIdentity,
} from "../../protocol/adv/device-identity.js";
import { decodeEnvelope, encodeEnvelope } from "../../protocol/content/envelope.js";
import { encodeReply, parseReply } from "../../protocol/enlistment/reply.js";
import { formatJid, type Jid, jidServers, parseJid } from "../../protocol/ids/jid.js";
import { downloadPath, parseDownloadPath } from "../../protocol/media/paths.js";
import { decodeChain, decodeDetails, encodeChain, signCertificate } from "../../protocol/noise/certificate.js";
import { decodeClientPayload, encodeClientPayload } from "../../protocol/noise/client-payload.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { editFields, lengthDelimited } from "../../signal/edit.js";
import {
  decodeDistribution,
  decodeSenderKeyMessage,
  encodeDistribution,
  encodeUnsigned,
} from "../../signal/sender-keys/messages.js";
import { seededRandom } from "../../runtime/random.js";

// Codecs whose other tests stand beside them. Stanzas, frames, intros, handshake messages, content, padding, media,
// enlistments and pushes have their round trips there as well.

const random = seededRandom("round trips");
const issuer = generateKeyPair(random);

const uint32 = fc.nat({ max: 2 ** 32 - 1 });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const someBytes = fc.uint8Array({ maxLength: 80 });
/** Protobuf text is UTF-8, which has no lone surrogates. */
const words = fc.string({ unit: "binary", maxLength: 20 }).filter((text) => !/\p{Surrogate}/u.test(text));
const some = { requiredKeys: [] } satisfies { requiredKeys: [] };

function comesBack<Value>(values: fc.Arbitrary<Value>, through: (value: Value) => unknown): void {
  fc.assert(fc.property(values, (value) => expect(through(value)).toEqual(value)));
}

const user = fc.stringMatching(/^[A-Za-z0-9_+][A-Za-z0-9_+-]{0,20}$/);
const uint16 = fc.integer({ min: 0, max: 0xffff });
const deviceServer = fc.constantFrom("s.whatsapp.net", "lid", "hosted", "hosted.lid", "msgr", "c.us" as const);
const jids = fc.oneof<fc.Arbitrary<Jid>[]>(
  fc.record({ user, server: deviceServer, device: uint16 }),
  fc.record({ user, server: deviceServer, device: uint16, agent: fc.nat({ max: 255 }) }),
  fc.record({
    user,
    server: fc.constantFrom(...jidServers).filter((server) => server !== "interop"),
    device: fc.constant(0),
  }),
  fc.record({
    user,
    server: fc.constant("interop" as const),
    device: uint16,
    integrator: fc.integer({ min: 1, max: 0xffff }),
  }),
);
const details = fc.record({
  serial: uint32,
  issuerSerial: uint32,
  key: bytes(32),
  notBefore: uint32,
  notAfter: uint32,
});
const clientPayloads = fc.record(
  {
    username: fc.maxSafeNat(),
    passive: fc.boolean(),
    userAgent: fc.record(
      {
        platform: fc.nat(),
        appVersion: fc.record({ primary: uint32, quinary: uint32 }, some),
        mcc: words,
        phoneId: words,
      },
      some,
    ),
    pushName: words,
    sessionId: fc.integer(),
    connectReason: fc.nat(),
    device: uint32,
    devicePairingData: fc.record({ eRegid: someBytes, eSkeySig: someBytes, deviceProps: someBytes }, some),
    product: fc.nat(),
    lc: fc.integer(),
    pull: fc.boolean(),
    paddingBytes: someBytes,
    interopData: fc.record({ accountId: fc.maxSafeNat(), token: someBytes, enableReadReceipts: fc.boolean() }, some),
  },
  some,
);
const text = words.map((said) => ({ type: "text" as const, text: said }));
const senderKey = fc.record({ group: words.filter((name) => name !== ""), distribution: someBytes });
const envelopes = fc.oneof(
  fc.record({ content: text, sentTo: words, senderKey }, { requiredKeys: ["content"] }),
  fc.record({ senderKey }),
);
const identities = fc.record(
  { details: someBytes, accountSignature: bytes(64), accountSignatureKey: bytes(32), deviceSignature: bytes(64) },
  { requiredKeys: ["details", "accountSignature"] },
);
const groupMessages = fc.tuple(uint32, uint32, someBytes, bytes(64));
const fields = fc.array(fc.tuple(fc.integer({ min: 1, max: 15 }), fc.uint8Array({ maxLength: 100 })), { maxLength: 9 });

test("addresses", () => {
  comesBack(jids, (jid) => parseJid(formatJid(jid)));
});

test("certificates, to the last byte that is signed", () => {
  comesBack(details, (value) => decodeDetails(signCertificate(value, issuer, random).details));
  const signed = fc.record({ details: someBytes, signature: bytes(64) });
  comesBack(fc.record({ leaf: signed, intermediate: signed }), (chain) => decodeChain(encodeChain(chain)));
});

test("client payloads, absent fields included", () => {
  comesBack(clientPayloads, (payload) => decodeClientPayload(encodeClientPayload(payload)));
});

test("envelopes", () => {
  comesBack(envelopes, (envelope) => decodeEnvelope(encodeEnvelope(envelope)));
});

test("device identities", () => {
  const identity = fc.record({ rawId: uint32, timestamp: fc.maxSafeNat(), keyIndex: uint32 });
  comesBack(identity, (value) => {
    const { rawId, timestamp, keyIndex } = decodeMessage(adv.DeviceIdentity, encodeDeviceIdentity(value), 100);
    return { rawId, timestamp, keyIndex };
  });
  comesBack(identities, (value) => decodeSignedIdentity(encodeSignedIdentity(value)));
});

test("sender keys and their messages", () => {
  const distribution = fc.record({ id: uint32, iteration: uint32, chainKey: bytes(32), signingKey: bytes(32) });
  comesBack(distribution, (value) => decodeDistribution(encodeDistribution(value)));
  comesBack(groupMessages, ([id, iteration, ciphertext, signature]) => {
    const read = decodeSenderKeyMessage(concat(encodeUnsigned(id, iteration, ciphertext), signature));
    return [read.id, read.iteration, read.ciphertext, read.signature];
  });
});

test("replies to an enlistment", () => {
  const word = fc.string({ minLength: 1 });
  const success = fc.record({ status: fc.constant("ok" as const), login: word });
  const failure = fc.record({ status: fc.constant("fail" as const), reason: word });
  comesBack(fc.oneof(success, failure), (reply) => parseReply(encodeReply(reply)));
});

test("paths of downloads", () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9_~!$&'()*+,;=:@-]{1,40}$/);
  comesBack(fc.record({ integrator: segment, ref: segment }), (path) => parseDownloadPath(downloadPath(path)));
});

test("protobuf whose fields are edited into themselves", () => {
  comesBack(
    fields.map((list) => concat(...list.map(([number, content]) => lengthDelimited(number, content)))),
    (message) => Uint8Array.from(editFields(message, { maxBytes: 10_000, maxFields: 10 }, {})),
  );
});
