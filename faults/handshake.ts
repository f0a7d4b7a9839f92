import { concat } from "../core/bytes.js";
import { generateKeyPair } from "../protocol/noise/keys.js";
import { handshakeMistakes } from "../protocol/noise/mistakes.js";
import { fault, faultTable } from "./fault.js";
import type { ChainPlan } from "./hooks.js";
import { choice, code, keyOf } from "./parameters.js";
import { flipLastByte } from "./stanza-edits.js";

const secondsPerDay = 86_400;
/** The chain's own serials are 0, 1 and 2. */
const foreignSerial = 77;
const certificate = choice(["leaf", "intermediate"], "leaf");

/** What the chat server can do wrong up to the end of a login. */
export const handshakeFaults = faultTable({
  "certificate-foreign-root": fault({
    sentence: "Signs the intermediate certificate with an unknown root key",
    hook: "certificate-chain",
    effect: (plan, _, random) => ({ ...plan, root: generateKeyPair(random) }),
  }),
  "certificate-bad-signature": fault({
    sentence: "Corrupts one signature of the certificate chain",
    hook: "certificate-chain",
    params: { certificate },
    effect: (plan, params) => ({ ...plan, spoil: params.certificate }),
  }),
  "certificate-short-signature": fault({
    sentence: "Sends a leaf certificate whose signature lacks its last byte",
    hook: "certificate-chain",
    effect: (plan) => ({ ...plan, cut: "leaf" }),
  }),
  "certificate-empty": fault({
    sentence: "Sends an encrypted payload of zero bytes in place of the certificate chain",
    hook: "certificate-chain",
    effect: (plan) => ({ ...plan, empty: true }),
  }),
  "certificate-leaf-mismatch": fault({
    sentence: "Sends a correctly signed leaf certificate for another static key than that of the handshake",
    hook: "certificate-chain",
    effect: (plan, _, random) => ({ ...plan, leafKey: generateKeyPair(random).publicKey }),
  }),
  "certificate-wrong-issuer": fault({
    sentence: "Sends a correctly signed certificate that names another issuer than its signer",
    hook: "certificate-chain",
    params: { certificate },
    effect: (plan, params) => withFields(plan, params.certificate, { issuerSerial: foreignSerial }),
  }),
  "certificate-expired": fault({
    sentence: "Sends a correctly signed chain with a certificate that has expired",
    hook: "certificate-chain",
    params: { certificate },
    effect(plan, params) {
      const { notBefore, notAfter } = plan.validity;
      // The usual validity begins a day before now. A day earlier is in the past for any clock in use.
      const end = notBefore - secondsPerDay;
      return withFields(plan, params.certificate, { notBefore: end - (notAfter - notBefore), notAfter: end });
    },
  }),
  "certificate-not-yet-valid": fault({
    sentence: "Sends a correctly signed chain with a certificate that becomes valid in two days",
    hook: "certificate-chain",
    params: { certificate },
    effect(plan, params) {
      const { notBefore, notAfter } = plan.validity;
      // The usual validity begins a day before now.
      const later = 3 * secondsPerDay;
      return withFields(plan, params.certificate, { notBefore: notBefore + later, notAfter: notAfter + later });
    },
  }),
  "server-hello-tampered": fault({
    sentence: "Flips one bit in an encrypted field of ServerHello",
    hook: "server-hello",
    params: { part: choice(["static", "payload"], "static") },
    fits: (hello) => hello !== undefined,
    effect: (hello, { part }) => hello && { ...hello, [part]: flipLastByte(hello[part]) },
  }),
  "server-hello-zero-ephemeral": fault({
    sentence: "Sends 32 zero bytes as the ephemeral key of ServerHello",
    hook: "server-hello",
    fits: (hello) => hello !== undefined,
    effect: (hello) => hello && { ...hello, ephemeral: new Uint8Array(hello.ephemeral.length) },
  }),
  "server-hello-short-ephemeral": fault({
    sentence: "Sends an ephemeral key of 31 bytes in ServerHello",
    hook: "server-hello",
    fits: (hello) => hello !== undefined,
    effect: (hello) => hello && { ...hello, ephemeral: hello.ephemeral.subarray(0, -1) },
  }),
  "server-hello-unknown-fields": fault({
    sentence: "Adds unknown protobuf fields to ServerHello and to the message around it",
    hook: "server-hello-bytes",
    effect: withUnknownFields,
  }),
  "server-hello-withheld": fault({
    sentence: "Never answers ClientHello and keeps the connection open",
    hook: "server-hello",
    effect: () => undefined,
  }),
  "handshake-mistake": fault({
    sentence: "Computes the handshake with a known mistake, to find out whether the client makes the same one",
    hook: "handshake-mistake",
    params: { mistake: keyOf(handshakeMistakes) },
    effect: (_, { mistake }) => mistake,
  }),
  "login-failure": fault({
    sentence: "Refuses a valid login with a failure reason",
    hook: "login",
    params: { reason: code("503") },
    effect: (_, { reason }) => reason,
  }),
});

type Overrides = NonNullable<ChainPlan["override"]>;

function withFields<Certificate extends "leaf" | "intermediate">(
  plan: ChainPlan,
  which: Certificate,
  fields: Overrides[Certificate],
): ChainPlan {
  return { ...plan, override: { ...plan.override, [which]: { ...plan.override?.[which], ...fields } } };
}

/** Field 60, a number, and field 61, bytes: higher than any field number of the open schemas. */
const unknownFields = Uint8Array.of(0xe0, 0x03, 0x01, 0xea, 0x03, 0x03, 0x6e, 0x65, 0x77);

/** Adds fields to a message with one embedded message (tag, length, content), and to the embedded one. */
function withUnknownFields(message: Uint8Array): Uint8Array {
  const { at, value } = varintAt(message, 1);
  const inner = concat(message.subarray(at, at + value), unknownFields);
  return concat(message.subarray(0, 1), varint(inner.length), inner, unknownFields);
}

function varintAt(bytes: Uint8Array, from: number): { readonly at: number; readonly value: number } {
  let value = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { at, value };
  }
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.of(...bytes, rest);
}
