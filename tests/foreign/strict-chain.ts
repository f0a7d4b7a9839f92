import { once } from "node:events";
import { PrivateKey, PublicKey } from "@signalapp/libsignal-client";
import { proto } from "baileys/WAProto/index.js";
import { NoiseSession, verifySignature } from "whatsapp-rust-bridge";
import { type RawData, WebSocket } from "ws";

// A strict client out of nothing but foreign parts: Noise by whatsapp-rust-bridge, messages by the generated code
// of Baileys, signatures by two implementations in Rust. What it finds in a chain does not depend on anything that we wrote.

/** What a server presented, and the static key that it proved to own. */
export interface Presented {
  readonly chain: Uint8Array;
  readonly serverStatic: Uint8Array;
}

export const rules = [
  "intermediate-signature",
  "leaf-signature",
  "intermediate-issuer",
  "leaf-issuer",
  "intermediate-validity",
  "leaf-validity",
  "leaf-key",
] as const;

export type Rule = (typeof rules)[number];

const prologue = Uint8Array.of(0x57, 0x41, 6, 3);
const rootSerial = 0;

/** Shakes hands as far as ServerHello. */
export async function presented(chatUrl: string): Promise<Presented> {
  const own = PrivateKey.generate();
  const ephemeral = own.getPublicKey().getPublicKeyBytes();
  const agree = (theirs: Uint8Array): Uint8Array => own.agree(PublicKey.deserialize(typed(theirs)));
  const session = new NoiseSession(ephemeral, prologue);
  const socket = new WebSocket(chatUrl);
  try {
    await once(socket, "open");
    const answer = once(socket, "message") as Promise<[RawData]>;
    const hello = proto.HandshakeMessage.encode({ clientHello: { ephemeral } }).finish();
    socket.send(session.encodeFrameRaw(hello));
    const [frame] = await answer;
    const { serverHello } = proto.HandshakeMessage.decode((frame as Buffer).subarray(3));
    if (!serverHello?.ephemeral || !serverHello.static || !serverHello.payload) throw new Error("Found no ServerHello");
    session.authenticate(serverHello.ephemeral);
    session.mixIntoKey(agree(serverHello.ephemeral));
    const serverStatic = session.decrypt(serverHello.static);
    session.mixIntoKey(agree(serverStatic));
    return { chain: session.decrypt(serverHello.payload), serverStatic };
  } finally {
    socket.terminate();
    session.free();
  }
}

/** The rules that a chain breaks, in the order of `rules`. */
export function brokenRules({ chain, serverStatic }: Presented, rootKey: Uint8Array, nowSeconds: number): Rule[] {
  const decoded = proto.CertChain.decode(chain);
  const leaf = certificate(decoded.leaf);
  const intermediate = certificate(decoded.intermediate);
  const isValid = ({ notBefore, notAfter }: Certificate): boolean => notBefore <= nowSeconds && nowSeconds <= notAfter;
  const kept: Readonly<Record<Rule, boolean>> = {
    "intermediate-signature": isSignedBy(rootKey, intermediate),
    "leaf-signature": isSignedBy(intermediate.key, leaf),
    "intermediate-issuer": intermediate.issuerSerial === rootSerial,
    "leaf-issuer": leaf.issuerSerial === intermediate.serial,
    "intermediate-validity": isValid(intermediate),
    "leaf-validity": isValid(leaf),
    "leaf-key": Buffer.compare(leaf.key, serverStatic) === 0,
  };
  return rules.filter((rule) => !kept[rule]);
}

type Certificate = ReturnType<typeof certificate>;

function certificate(signed: proto.CertChain.INoiseCertificate | null | undefined) {
  const details = signed?.details ?? new Uint8Array(0);
  const { serial, issuerSerial, key, notBefore, notAfter } = proto.CertChain.NoiseCertificate.Details.decode(details);
  return {
    details,
    signature: signed?.signature ?? new Uint8Array(0),
    serial: Number(serial),
    issuerSerial: Number(issuerSerial),
    key: key ?? new Uint8Array(0),
    notBefore: Number(notBefore),
    notAfter: Number(notAfter),
  };
}

/** Both verifiers have to say the same. */
function isSignedBy(key: Uint8Array, { details, signature }: Pick<Certificate, "details" | "signature">): boolean {
  const said = [
    () => verifySignature(typed(key), details, signature),
    () => PublicKey.deserialize(typed(key)).verify(Uint8Array.from(details), Uint8Array.from(signature)),
  ].map((verify) => {
    try {
      return verify();
    } catch {
      return false;
    }
  });
  if (said[0] !== said[1]) throw new Error(`Verify a certificate: found ${said.join(" and ")}, wanted one answer`);
  return said[0] === true;
}

/** As Signal writes public keys: their type in front. */
function typed(key: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([5, ...key]);
}
