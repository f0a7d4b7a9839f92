import { toBase64, utf8 } from "../../core/bytes.js";
import { encodeDeviceIdentity, encodeSignedIdentity } from "../../protocol/adv/device-identity.js";
import { encodeEnvelope } from "../../protocol/content/envelope.js";
import { encodeContent } from "../../protocol/content/encode.js";
import { pad } from "../../protocol/content/padding.js";
import { encodeEnlistment } from "../../protocol/enlistment/request.js";
import { sealMedia } from "../../protocol/media/seal.js";
import { encodeChain, signCertificate } from "../../protocol/noise/certificate.js";
import { encodeClientPayload } from "../../protocol/noise/client-payload.js";
import { encodeFrame } from "../../protocol/noise/framing.js";
import { header } from "../../protocol/noise/intro.js";
import { generateKeyPair } from "../../protocol/noise/keys.js";
import { encodeHandshake } from "../../protocol/noise/messages.js";
import { node } from "../../protocol/stanza/node.js";
import { packPayload } from "../../protocol/stanza/payload.js";
import { toXml } from "../../protocol/stanza/xml/write.js";
import { renderJson } from "../../reports/json/render.js";
import { sampleResult } from "../../reports/testing/sample-run.js";
import { loadSessionEngine } from "../../signal/engine.js";
import { encodeDistribution, encodeUnsigned } from "../../signal/sender-keys/messages.js";
import { seededRandom } from "../../runtime/random.js";

// One or two faultless inputs for each decoder: where damage begins.

const random = seededRandom("samples of all codecs");
const key = random.bytes(32);
const pair = generateKeyPair(random);

export const stanza = node("message", { to: "12-345:2@interop", from: "s.whatsapp.net", id: "3EB0C0FFEE", t: "17" }, [
  node("enc", { v: "2", type: "pkmsg" }, random.bytes(20)),
  node("participants", {}, [node("to", { jid: "4915:3@lid" }, "é"), node("user")]),
]);
export const payloads = [packPayload(stanza), packPayload(stanza, { compress: true })];
export const xml = utf8(toXml(stanza));

export const prologue = header({ magic: 6, dictionaryVersion: 3 });
export const intros = [prologue, Buffer.concat([Buffer.from("45440001000009", "hex"), random.bytes(9), prologue])];
export const frames = Buffer.concat([encodeFrame(random.bytes(3)), encodeFrame(random.bytes(300))]);
const signed = signCertificate({ serial: 2, issuerSerial: 1, key, notBefore: 1, notAfter: 2 }, pair, random);
export const certificate = { details: signed.details, chain: encodeChain({ leaf: signed, intermediate: signed }) };
export const handshake = encodeHandshake({
  kind: "serverHello",
  fields: { ephemeral: key, static: random.bytes(48), payload: random.bytes(40) },
});
export const clientPayload = encodeClientPayload({
  username: 4915,
  userAgent: { appVersion: { primary: 2 }, osVersion: "1" },
  product: 2,
  interopData: { accountId: 7, token: utf8("a.b.c") },
});

export const mediaSecret = { mediaKey: key, kind: "image" } as const;
export const media = sealMedia(random.bytes(100), mediaSecret);
const picture = { type: "media", ...mediaSecret, ...media, mimetype: "image/jpeg", directPath: "/a" } as const;
const reply = { id: "1", participant: "2@lid", quotedText: "before" };
export const contents = [
  encodeContent({ type: "text", text: "hello", replyTo: reply }),
  encodeContent({ type: "reaction", target: { id: "1", fromMe: false }, emoji: "👍" }),
  encodeContent({ ...picture, caption: "x" }),
];
export const padded = contents.map((bytes, index) => pad(bytes, index + 1));
export const envelopes = [
  encodeEnvelope({ content: { type: "text", text: "to all" }, sentTo: "1@g.us" }),
  encodeEnvelope({ senderKey: { group: "1@g.us", distribution: random.bytes(40) } }),
];

export const enlistment = utf8(
  encodeEnlistment({
    authKey: key,
    identityKey: key,
    registrationId: 7,
    signedPreKey: { id: 1, publicKey: key, signature: random.bytes(64) },
    token: "a.b.c",
  }),
);
export const token = utf8(`${base64Url({ alg: "RS256", kid: "1" })}.${base64Url({ exp: 1, aud: ["a"] })}.AAAA`);
export const claims = utf8('{"exp":2000000000,"iat":1,"iss":"me","aud":["you"]}');
export const keySet = utf8(
  `{"keys":[{"kty":"RSA","kid":"1","alg":"RS256","use":"sig","n":"${Buffer.alloc(256, 1).toString("base64url")}","e":"AQAB"}]}`,
);

const [check] = sampleResult.checks;
export const report = utf8(renderJson({ ...sampleResult, checks: check === undefined ? [] : [check] }));
export const manifest = utf8(
  '{"schema":"interop-conformance/bundle@1","run":{},"files":[{"name":"report.json","bytes":2,"sha256":"00"}]}',
);
const run = {
  id: "r",
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1,
  seed: "s",
  harness: "1.0.0",
  profile: { name: "whatsapp", version: "1.0.3", sha256: "0".repeat(64) },
  provider: { name: "p", version: "1", capabilities: [] },
};
export const traceHeader = JSON.stringify({
  schema: "interop-conformance/trace@1",
  run,
  cause: null,
  profile: {},
  plan: [],
});
export const trace = utf8(
  `${traceHeader}\n{"seq":1,"at":1,"scenario":"s","by":"harness","kind":"clock","advancedMs":1}\n` +
    '{"schema":"interop-conformance/trace-end@1","entries":1,"chain":"00"}\n',
);

const details = encodeDeviceIdentity({ rawId: 7, timestamp: 1_750_000_000, keyIndex: 3 });
export const identity = {
  details,
  signed: encodeSignedIdentity({ details, accountSignature: random.bytes(64), deviceSignature: random.bytes(64) }),
};
export const pairingCode = utf8(`2@ref,${toBase64(key)},${toBase64(key)},${toBase64(key)}`);

export const distribution = encodeDistribution({ id: 1, iteration: 2, chainKey: key, signingKey: key });
export const groupMessage = Buffer.concat([encodeUnsigned(1, 2, random.bytes(32)), random.bytes(64)]);

export const states = {
  x3dh: [(await loadSessionEngine("x3dh-v3")).createAccount().exportState()],
  pqxdh: [(await loadSessionEngine("pqxdh-v4")).createAccount().exportState()],
};

function base64Url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
