import { readFileSync } from "node:fs";
import { fromHex, utf8 } from "../../core/bytes.js";
import { manifestDoubts } from "../../cli/archive/manifest.js";
import { CliError } from "../../cli/errors.js";
import { reportFrom } from "../../cli/report-folder.js";
import { parseAnswer } from "../../harness/driver/answer.js";
import { HttpCallError } from "../../mock-server/http/errors.js";
import { parseHead } from "../../mock-server/servers/media/response-reader.js";
import { ResponseReader } from "../../mock-server/servers/media/response-reader.js";
import { oneLine, printable } from "../../reports/text/printable.js";
import { ReportError } from "../../reports/errors.js";
import { readTrace } from "../../reports/trace/read.js";
import { redact } from "../../reports/redact/redact.js";
import { redactForm, redactTokens } from "../../mock-server/http/redact.js";
import { annotateMessage } from "../../proto/annotate.js";
import { ProtoError } from "../../proto/errors.js";
import { wireFields } from "../../proto/wire.js";
import { decodeSignedIdentity } from "../../protocol/adv/device-identity.js";
import { AdvError } from "../../protocol/adv/errors.js";
import { readPairingCode } from "../../protocol/adv/pairing.js";
import { annotateContent } from "../../protocol/content/annotate.js";
import { decodeContent } from "../../protocol/content/decode.js";
import { decodeEnvelope, unwrapContent } from "../../protocol/content/envelope.js";
import { ContentError } from "../../protocol/content/errors.js";
import { inspectPadding, unpad } from "../../protocol/content/padding.js";
import { annotateEnlistment } from "../../protocol/enlistment/annotate.js";
import { decodeEnlistment } from "../../protocol/enlistment/decode.js";
import { EnlistmentError } from "../../protocol/enlistment/errors.js";
import { parseReply } from "../../protocol/enlistment/reply.js";
import { parseJid } from "../../protocol/ids/jid.js";
import { MediaError } from "../../protocol/media/errors.js";
import { inspectMedia, openMedia } from "../../protocol/media/open.js";
import { parseDownloadPath, parseUserMediaPath } from "../../protocol/media/paths.js";
import { parseRange } from "../../protocol/media/range.js";
import { decodeChain, decodeDetails } from "../../protocol/noise/certificate.js";
import { decodeClientPayload } from "../../protocol/noise/client-payload.js";
import { NoiseError } from "../../protocol/noise/errors.js";
import { FrameReader } from "../../protocol/noise/framing.js";
import { IntroReader } from "../../protocol/noise/intro.js";
import { decodeHandshake } from "../../protocol/noise/messages.js";
import { parsePush, PushError } from "../../protocol/push/push.js";
import { annotateStanza } from "../../protocol/stanza/annotate.js";
import { decodeNode } from "../../protocol/stanza/binary/decode.js";
import { StanzaError } from "../../protocol/stanza/errors.js";
import { unpackPayload } from "../../protocol/stanza/payload.js";
import { fromXml } from "../../protocol/stanza/xml/read.js";
import { validateClaims } from "../../protocol/token/verify.js";
import { annotateToken } from "../../protocol/token/annotate.js";
import { TokenError } from "../../protocol/token/errors.js";
import { inspectToken, type JsonObject } from "../../protocol/token/inspect.js";
import { validateKeySet, parseKeySet } from "../../protocol/token/key-set.js";
import { annotateSignalMessage } from "../../signal/annotate.js";
import { SignalError } from "../../signal/errors.js";
import { innerMessage, inspectMessage } from "../../signal/inspect.js";
import { decodeDistribution, decodeSenderKeyMessage } from "../../signal/sender-keys/messages.js";
import { pqxdhVariant } from "../../signal/sessions/pqxdh.js";
import { readState } from "../../signal/sessions/state.js";
import { x3dhVariant } from "../../signal/sessions/x3dh.js";
import * as samples from "./samples.js";

/** One function that reads what a stranger sent. */
export interface Decoder {
  /** File and name of the function. */
  readonly id: string;
  readonly decode: (input: Uint8Array) => unknown;
  /** Faultless inputs. */
  readonly samples: readonly Uint8Array[];
  /** The only class that may be thrown; absent for functions that never throw. */
  readonly own?: new (
    ...parameters: never[]
  ) => Error;
  /** Largest input in bytes that is read rather than refused at once, for measuring; 256 KiB unless told. */
  readonly largest?: number;
  /** Beginnings, in latin1, behind which repetition gets at more of the code. */
  readonly heads?: readonly string[];
  /** JSON around a value that is nested deeply. */
  readonly nest?: (deep: string) => string;
}

interface StoredMessage {
  readonly type: "msg" | "pkmsg";
  readonly hex: string;
}
const { firstPart, secondPart } = JSON.parse(
  readFileSync(new URL("../../fixtures/signal/whatsapp-rust-bridge.json", import.meta.url), "utf8"),
) as { readonly firstPart: readonly StoredMessage[]; readonly secondPart: readonly StoredMessage[] };
const stored = (type: StoredMessage["type"]) =>
  [...firstPart, ...secondPart].filter((message) => message.type === type).map(({ hex }) => fromHex(hex));
/** The first message of a type in the fixtures. */
export function fixtureMessage(type: StoredMessage["type"]): Uint8Array {
  return stored(type)[0] ?? new Uint8Array(0);
}

const x3dh = x3dhVariant();
const wireLimits = { maxBytes: 2 ** 20, maxFields: 2 ** 20 };
const claimRules = { nowSeconds: 1000, clockSkewSeconds: 0, issuer: "me", audience: "you" };
const digests = samples.media;

const chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const quiet = { head: () => undefined, body: () => undefined, end: () => undefined };
const latin1 = (written: string) => new Uint8Array(Buffer.from(written, "latin1"));

/** For functions of text. */
const text = (read: (input: string) => unknown) => (input: Uint8Array) => read(Buffer.from(input).toString("utf8"));

/** Every decoder of bytes or text from outside in proto/, protocol/ and signal/, and those of the rims beside them. */
export const decoders: readonly Decoder[] = [
  ...throwing(ProtoError, {
    "proto/wire.ts wireFields": { decode: (input) => wireFields(input, wireLimits), samples: samples.contents },
    "signal/inspect.ts innerMessage": { decode: innerMessage, samples: stored("pkmsg") },
  }),
  ...throwing(AdvError, {
    "protocol/adv/device-identity.ts decodeSignedIdentity": {
      decode: decodeSignedIdentity,
      samples: [samples.identity.signed],
      largest: 4096,
    },
    "protocol/adv/pairing.ts readPairingCode": {
      decode: text(readPairingCode),
      heads: ["ref,"],
      samples: [samples.pairingCode],
    },
  }),
  ...throwing(ContentError, {
    "protocol/content/decode.ts decodeContent": { decode: (input) => decodeContent(input), samples: samples.contents },
    "protocol/content/envelope.ts decodeEnvelope": { decode: decodeEnvelope, samples: samples.envelopes },
    "protocol/content/padding.ts unpad": { decode: unpad, samples: samples.padded },
  }),
  ...throwing(undefined, {
    "proto/annotate.ts annotateMessage": {
      decode: (input) => annotateMessage(input, "content.Message"),
      samples: samples.contents,
    },
    "protocol/content/annotate.ts annotateContent": {
      decode: (input) => annotateContent(input, true),
      samples: samples.padded,
    },
    "protocol/enlistment/annotate.ts annotateEnlistment": {
      decode: text(annotateEnlistment),
      heads: ["e_ident="],
      samples: [samples.enlistment],
    },
    "protocol/stanza/annotate.ts annotateStanza": { decode: annotateStanza, samples: samples.payloads },
    "protocol/token/annotate.ts annotateToken": { decode: text(annotateToken), samples: [samples.token] },
    "signal/annotate.ts annotateSignalMessage": {
      decode: (input) => annotateSignalMessage("pkmsg", input),
      samples: stored("pkmsg"),
    },
    "protocol/content/padding.ts inspectPadding": { decode: inspectPadding, samples: samples.padded },
    "protocol/content/envelope.ts unwrapContent": { decode: unwrapContent, samples: samples.contents },
    "protocol/enlistment/decode.ts decodeEnlistment": {
      decode: text(decodeEnlistment),
      heads: ["e_ident="],
      samples: [samples.enlistment],
      largest: 16 * 1024,
    },
    "protocol/ids/jid.ts parseJid": {
      decode: text(parseJid),
      samples: [utf8("12-345:2@interop"), utf8("1.2:3@s.whatsapp.net")],
    },
    "protocol/media/open.ts inspectMedia": {
      decode: (input) => inspectMedia(input, { ...samples.mediaSecret, ...digests }),
      samples: [samples.media.blob],
    },
    "protocol/media/paths.ts parseDownloadPath": {
      decode: text(parseDownloadPath),
      samples: [utf8("/interop/whatsapp/download/shop/a.b/")],
    },
    "protocol/media/paths.ts parseUserMediaPath": {
      decode: text(parseUserMediaPath),
      samples: [utf8("/v/t62.7118-24/1_2_n.enc")],
    },
    "protocol/media/range.ts parseRange": {
      decode: text((input) => parseRange(input, 1000)),
      samples: [utf8("bytes=1-5"), utf8("bytes=-5")],
    },
    "protocol/token/key-set.ts validateKeySet": {
      decode: text(validateKeySet),
      heads: ['{"keys":[', '{"keys":[{"kty":'],
      nest: (deep) => `{"keys":[{"kty":${deep}}]}`,
      samples: [samples.keySet],
      largest: 64 * 1024,
    },
    "mock-server/http/redact.ts redactTokens": { decode: text(redactTokens), samples: [samples.token] },
    "mock-server/http/redact.ts redactForm": {
      decode: text(redactForm),
      heads: ["token="],
      samples: [samples.enlistment],
    },
    "reports/redact/redact.ts redact": {
      decode: text(redact),
      samples: [samples.token, samples.keySet],
      heads: ["Bearer "],
    },
    "reports/text/printable.ts oneLine": { decode: text(oneLine), samples: [utf8("one\n\n  two\r\n\u202e")] },
    "reports/text/printable.ts printable": { decode: text(printable), samples: [utf8("one\n\n  two\r\n\u202e")] },
    "harness/driver/answer.ts parseAnswer": {
      decode: text((input) => parseAnswer(input, "message.send")),
      nest: (deep) => `{"jsonrpc":"2.0","id":1,"result":${deep}}`,
      samples: [
        utf8('{"jsonrpc":"2.0","id":1,"result":{"id":"1"}}'),
        utf8('{"jsonrpc":"2.0","id":1,"error":{"code":-32601}}'),
      ],
    },
  }),
  ...throwing(ReportError, {
    "reports/trace/read.ts readTrace": {
      decode: text(readTrace),
      heads: [`${samples.traceHeader}\n`],
      nest: (deep) =>
        `${samples.traceHeader}\n{"seq":1,"at":1,"kind":"event","by":"provider","scenario":"","event":${deep}}`,
      samples: [samples.trace],
    },
  }),
  ...throwing(CliError, {
    "cli/report-folder.ts reportFrom": {
      decode: text((input) => reportFrom(input, "report.json", "")),
      nest: (deep) => `{"schema":"interop-conformance/report@1","checks":${deep}}`,
      samples: [samples.report],
    },
  }),
  ...throwing(undefined, {
    "cli/archive/manifest.ts manifestDoubts": {
      decode: text((input) => manifestDoubts(input, new Map())),
      nest: (deep) => `{"schema":"interop-conformance/bundle@1","files":${deep}}`,
      samples: [samples.manifest],
    },
  }),
  ...throwing(HttpCallError, {
    "mock-server/servers/media/response-head.ts parseHead": {
      decode: (input) => parseHead(Buffer.from(input).toString("latin1")),
      samples: [latin1("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: a  b \t")],
      heads: ["HTTP/1.1 200 OK\r\na:", "HTTP/1.1 200 OK\r\n"],
      largest: 16 * 1024,
    },
    "mock-server/servers/media/response-reader.ts ResponseReader": {
      decode: (input) => new ResponseReader("GET", quiet).read(input),
      samples: [latin1(`${chunkedHead}5;x=y\r\nhello\r\n0\r\nTrailer: 1\r\n\r\n`)],
      heads: [chunkedHead, `${chunkedHead}0\r\n`],
    },
  }),
  ...throwing(EnlistmentError, {
    "protocol/enlistment/reply.ts parseReply": {
      decode: text(parseReply),
      heads: ['{"status":'],
      nest: (deep) => `{"status":${deep}}`,
      samples: [utf8('{"status":"ok","login":"1-2@interop"}')],
      largest: 16 * 1024,
    },
  }),
  ...throwing(MediaError, {
    "protocol/media/open.ts openMedia": {
      decode: (input) => openMedia(input, samples.mediaSecret, digests),
      samples: [samples.media.blob],
    },
  }),
  ...throwing(NoiseError, {
    "protocol/noise/certificate.ts decodeChain": {
      decode: decodeChain,
      samples: [samples.certificate.chain],
      largest: 8192,
    },
    "protocol/noise/certificate.ts decodeDetails": {
      decode: decodeDetails,
      samples: [samples.certificate.details],
      largest: 8192,
    },
    "protocol/noise/client-payload.ts decodeClientPayload": {
      decode: (input) => decodeClientPayload(input),
      samples: [samples.clientPayload],
      largest: 2 ** 16,
    },
    "protocol/noise/framing.ts FrameReader": {
      decode: (input) => new FrameReader().push(input),
      samples: [samples.frames],
    },
    "protocol/noise/intro.ts IntroReader": {
      decode: (input) => new IntroReader({ header: samples.prologue }).push(input),
      samples: samples.intros,
    },
    "protocol/noise/messages.ts decodeHandshake": {
      decode: (input) => decodeHandshake(input),
      samples: [samples.handshake],
      largest: 2 ** 17,
    },
  }),
  ...throwing(PushError, {
    "protocol/push/push.ts parsePush": {
      decode: text(parsePush),
      nest: (deep) => `{"to":${deep}}`,
      samples: [utf8('{"to":"somebody"}')],
      largest: 4096,
    },
  }),
  ...throwing(StanzaError, {
    "protocol/stanza/binary/decode.ts decodeNode": {
      decode: (input) => decodeNode(input),
      heads: ["\u00f8\u0002\u0013\u00f9\u00ff\u00ff"],
      samples: samples.payloads.slice(0, 1).map((bytes) => bytes.subarray(1)),
    },
    "protocol/stanza/payload.ts unpackPayload": { decode: (input) => unpackPayload(input), samples: samples.payloads },
    "protocol/stanza/xml/read.ts fromXml": {
      decode: (input) => fromXml(input),
      heads: ["<a>", "<a b='", "<a "],
      samples: [samples.xml],
    },
  }),
  ...throwing(TokenError, {
    "protocol/token/verify.ts validateClaims": {
      decode: text((input) => validateClaims(objectIn(input), claimRules)),
      nest: (deep) => `{"exp":2000000000,"aud":${deep}}`,
      samples: [samples.claims],
    },
    "protocol/token/inspect.ts inspectToken": {
      decode: text(inspectToken),
      nest: (deep) =>
        `e30.${Buffer.from(`{"a":${deep.slice(deep.length / 8, -deep.length / 8)}}`).toString("base64url")}.`,
      samples: [samples.token],
      largest: 64 * 1024,
    },
    "protocol/token/key-set.ts parseKeySet": {
      decode: text(parseKeySet),
      nest: (deep) => `{"keys":[{"alg":${deep}}]}`,
      samples: [samples.keySet],
      largest: 64 * 1024,
    },
  }),
  ...throwing(SignalError, {
    "signal/inspect.ts inspectMessage (msg)": {
      decode: (input) => inspectMessage("msg", input),
      samples: stored("msg"),
    },
    "signal/inspect.ts inspectMessage (pkmsg)": {
      decode: (input) => inspectMessage("pkmsg", input),
      samples: stored("pkmsg"),
    },
    "signal/sender-keys/messages.ts decodeDistribution": {
      decode: decodeDistribution,
      samples: [samples.distribution],
    },
    "signal/sender-keys/messages.ts decodeSenderKeyMessage": {
      decode: decodeSenderKeyMessage,
      samples: [samples.groupMessage],
    },
    "signal/sessions/state.ts readState (x3dh-v3)": {
      decode: (input) => readState(x3dh, input),
      samples: samples.states.x3dh,
    },
    "signal/sessions/state.ts readState (pqxdh-v4)": {
      decode: (input) => readState(pqxdhVariant, input),
      samples: samples.states.pqxdh,
    },
  }),
];

function throwing(own: Decoder["own"], rows: Readonly<Record<string, Omit<Decoder, "id" | "own">>>): Decoder[] {
  return Object.entries(rows).map(([id, row]) => ({ id, ...row, ...(own && { own }) }));
}

/** What `inspectToken` makes of claims. Text that is no object is none of its output. */
function objectIn(input: string): JsonObject {
  try {
    const value: unknown = JSON.parse(input);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}
