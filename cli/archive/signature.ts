import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, CompactSign, compactVerify, EmbeddedJWK, exportJWK } from "jose";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";
import { readText } from "../read-text.js";

export interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: string;
  readonly publicKey: KeyObject;
}

const algorithms: Readonly<Record<string, string>> = { ed25519: "EdDSA", ec: "ES256", rsa: "PS256" };
const accepted = ["EdDSA", "ES256", "PS256"];

/** A private key in PEM (PKCS #8) or as JSON Web Key: Ed25519, P-256 or RSA. @throws CliError `key-unusable`. */
export async function keyFromFile(file: string): Promise<SigningKey> {
  const text = await readText(file, "the key");
  try {
    const isJson = text.trimStart().startsWith("{");
    const key = isJson
      ? createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: "jwk" })
      : createPrivateKey(text);
    const algorithm = algorithms[key.asymmetricKeyType ?? ""];
    const curve = key.asymmetricKeyDetails?.namedCurve;
    if (algorithm === undefined || (algorithm === "ES256" && curve !== "prime256v1")) {
      throw new TypeError(`a key of type ${curve ?? key.asymmetricKeyType ?? "unknown"}`);
    }
    return { key, algorithm, publicKey: createPublicKey(key) };
  } catch (thrown) {
    throw new CliError(
      "key-unusable",
      `Reading the key "${file}": found ${keyProblem(thrown)}; wanted a private key, PEM or JWK, of Ed25519, P-256 or RSA`,
    );
  }
}

/** Messages of OpenSSL do not help a user. */
function keyProblem(thrown: unknown): string {
  const reason = reasonOf(thrown);
  return reason.startsWith("error:") ? "nothing that can be read as a private key" : reason;
}

/** A key that is thrown away: the signature then shows that the bundle is whole, not who made it. */
export function ephemeralKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { key: privateKey, algorithm: "EdDSA", publicKey };
}

/** JWS with detached payload (RFC 7515, appendix F) in compact form; the public key is in its header. */
export async function signDetached(payload: Uint8Array, { key, algorithm, publicKey }: SigningKey): Promise<string> {
  const jwk = await exportJWK(publicKey);
  const jws = await new CompactSign(payload).setProtectedHeader({ alg: algorithm, jwk }).sign(key);
  const [header = "", , signature = ""] = jws.split(".");
  return `${header}..${signature}`;
}

/** The private exponent, or the scalar of a curve: a bundle must not hold it. */
export async function privatePartOf({ key }: SigningKey): Promise<Uint8Array> {
  const { d = "" } = await exportJWK(key);
  return Buffer.from(d, "base64url");
}

/** The thumbprint (RFC 7638) of the key that signed; undefined when the signature is not valid. */
export async function verifyDetached(payload: Uint8Array, jws: string): Promise<string | undefined> {
  const [header = "", middle, signature = ""] = jws.trim().split(".");
  if (middle !== "") return undefined;
  try {
    const whole = `${header}.${Buffer.from(payload).toString("base64url")}.${signature}`;
    const { protectedHeader } = await compactVerify(whole, EmbeddedJWK, { algorithms: accepted });
    return protectedHeader.jwk === undefined ? undefined : await calculateJwkThumbprint(protectedHeader.jwk);
  } catch {
    return undefined;
  }
}

export async function thumbprintOf({ publicKey }: SigningKey): Promise<string> {
  return calculateJwkThumbprint(await exportJWK(publicKey));
}
