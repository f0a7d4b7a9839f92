import { bytesToUint, fromBase64Url, withoutPadding } from "../../core/bytes.js";
import {
  argumentSizes,
  type BinaryArgument,
  binaryArguments,
  curve25519KeyType,
  type EnlistmentFields,
  maxTokenBytes,
} from "./request.js";

export const enlistmentProblemCodes = [
  "body-too-large",
  "not-a-form",
  "missing",
  "repeated",
  "unknown-argument",
  "padded-base64",
  "not-base64url",
  "wrong-size",
  "wrong-key-type",
  "zero-id",
  "token-too-large",
] as const;

export type EnlistmentProblemCode = (typeof enlistmentProblemCodes)[number];

export interface EnlistmentProblem {
  readonly code: EnlistmentProblemCode;
  /** Name of the argument on the wire; empty when the body as a whole is meant. */
  readonly argument: string;
  readonly message: string;
}

export interface DecodedEnlistment {
  /** Present when every argument could be read, also when there are problems. */
  readonly fields?: EnlistmentFields;
  /** In the order of the published argument list; empty for a correct request. */
  readonly problems: readonly EnlistmentProblem[];
}

/** Eight arguments, the token being the largest. A real body is less than half as long. */
const maxBodyBytes = 16 * 1024;

const knownArguments: ReadonlySet<string> = new Set([...binaryArguments, "token"]);

/** Reads an enlistment body and names everything that is wrong with it. Never throws. Signatures are not verified. */
export function decodeEnlistment(body: string): DecodedEnlistment {
  const size = Buffer.byteLength(body);
  if (size > maxBodyBytes) {
    return { problems: [problem("body-too-large", "", `${size} bytes`, `at most ${maxBodyBytes}`)] };
  }
  if (/^\s*\{/.test(body)) {
    const wanted = "a form: name=value, joined by & (application/x-www-form-urlencoded)";
    return { problems: [problem("not-a-form", "", "JSON", wanted)] };
  }
  const reading = new Reading(new URLSearchParams(body));
  const fields = reading.fields();
  reading.noteUnknown();
  return { ...(fields && { fields }), problems: reading.problems };
}

class Reading {
  readonly problems: EnlistmentProblem[] = [];
  readonly #form: URLSearchParams;

  constructor(form: URLSearchParams) {
    this.#form = form;
  }

  fields(): EnlistmentFields | undefined {
    const authKey = this.#bytes("authkey");
    const keyType = this.#bytes("e_keytype");
    const registrationId = this.#bytes("e_regid");
    const identityKey = this.#bytes("e_ident");
    const id = this.#bytes("e_skey_id");
    const publicKey = this.#bytes("e_skey_val");
    const signature = this.#bytes("e_skey_sig");
    const token = this.#token();
    if (keyType && keyType[0] !== curve25519KeyType) this.#note("wrong-key-type", "e_keytype", `${keyType[0]}`, "5");
    if (id && bytesToUint(id) === 0) this.#note("zero-id", "e_skey_id", "0", "1 to 16777215");
    if (registrationId && bytesToUint(registrationId) === 0) this.#note("zero-id", "e_regid", "0", "another number");
    if (!authKey || !keyType || !registrationId || !identityKey || !id || !publicKey || !signature || !token) return;
    return {
      authKey,
      identityKey,
      registrationId: bytesToUint(registrationId),
      signedPreKey: { id: bytesToUint(id), publicKey, signature },
      token,
    };
  }

  noteUnknown(): void {
    for (const name of new Set(this.#form.keys())) {
      if (!knownArguments.has(name)) {
        this.#note("unknown-argument", name.slice(0, 40), "it", `only ${[...knownArguments].join(", ")}`);
      }
    }
  }

  #bytes(name: BinaryArgument): Uint8Array | undefined {
    const text = this.#single(name);
    if (text === undefined) return undefined;
    const bare = withoutPadding(text);
    if (bare !== text) this.#note("padded-base64", name, "padding", "none");
    const bytes = fromBase64Url(bare);
    const size = argumentSizes[name];
    if (bytes === undefined) this.#note("not-base64url", name, `"${text.slice(0, 12)}"`, "canonical URL-safe base64");
    else if (bytes.length === size) return bytes;
    else this.#note("wrong-size", name, `${bytes.length} bytes`, `${size}`);
    return undefined;
  }

  #token(): string | undefined {
    const token = this.#single("token");
    if (token === undefined) return undefined;
    const size = Buffer.byteLength(token);
    if (size <= maxTokenBytes) return token;
    this.#note("token-too-large", "token", `${size} bytes`, `at most ${maxTokenBytes}`);
    return undefined;
  }

  /** An empty argument is a missing one. Of a repeated argument the first is read. */
  #single(name: string): string | undefined {
    const [first, ...others] = this.#form.getAll(name);
    if (others.length > 0) this.#note("repeated", name, `${others.length + 1} of them`, "one");
    if (first !== undefined && first !== "") return first;
    this.#note("missing", name, "nothing", name === "token" ? "a token" : "a value");
    return undefined;
  }

  #note(code: EnlistmentProblemCode, argument: string, found: string, wanted: string): void {
    this.problems.push(problem(code, argument, found, wanted));
  }
}

function problem(code: EnlistmentProblemCode, argument: string, found: string, wanted: string): EnlistmentProblem {
  const what = argument === "" ? "enlistment" : `enlistment ${argument}`;
  return { code, argument, message: `Read ${what}: found ${found}, wanted ${wanted}` };
}
