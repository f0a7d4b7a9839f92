import { fromBase64, fromHex } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import { mediaKinds } from "../../protocol/content/content.js";
import { parseJid } from "../../protocol/ids/jid.js";
import type { UserFile } from "../behaviour/files.js";
import type { MessageReference } from "../events.js";
import { type Settings, type TokenSettings, usualTiming } from "../settings.js";

/** Parameters that do not fit the method; answered with -32602. The message names the place. */
export class InvalidParams extends Error {}

export type Fields = Readonly<Record<string, unknown>>;

/** The members of `value`, all of which must be among `names`. */
export function object(value: unknown, path: string, names: readonly string[]): Fields {
  if (!isRecord(value)) throw invalid(path, "an object", value);
  for (const name of Object.keys(value)) {
    if (!names.includes(name)) throw new InvalidParams(`${path}.${name.slice(0, 40)}: not a parameter of this method`);
  }
  return value;
}

export function text(fields: Fields, name: string, path = "params"): string {
  const value = fields[name];
  if (typeof value === "string" && value !== "") return value;
  throw invalid(`${path}.${name}`, "a text that is not empty", value);
}

export function optionalText(fields: Fields, name: string, path = "params"): string | undefined {
  return fields[name] === undefined ? undefined : text(fields, name, path);
}

/** A whole number from `least` on. */
export function wholeNumber(fields: Fields, name: string, least: number, path = "params"): number {
  const value = fields[name];
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  throw invalid(`${path}.${name}`, `a whole number from ${least}`, value);
}

/** The address of a user. */
export function address(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (parseJid(value) !== undefined) return value;
  throw invalid(`params.${name}`, "an address, for example 999123@s.whatsapp.net", value);
}

/** A text that may be empty. */
export function anyText(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === "string") return value;
  throw invalid(`params.${name}`, "a text", value);
}

/** One text or more. */
export function texts(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  const good = Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");
  if (good) return value;
  throw invalid(`params.${name}`, "a list of texts that is not empty", value);
}

export function choice<const Option extends string>(fields: Fields, name: string, options: readonly Option[]): Option {
  const found = options.find((option) => option === fields[name]);
  if (found !== undefined) return found;
  throw invalid(`params.${name}`, `one of ${options.join(", ")}`, fields[name]);
}

/** A message by its id and the address of its author. */
export function reference(fields: Fields, name: string): MessageReference {
  const members = object(fields[name], `params.${name}`, ["id", "from"]);
  return { id: text(members, "id", `params.${name}`), from: text(members, "from", `params.${name}`) };
}

/** The parameters of `provider.configure`. */
export function settings(params: unknown): Settings {
  const fields = object(params, "params", ["meta", "integrator", "profile", "token", "enlistment", "timing"]);
  const meta = object(fields["meta"], "params.meta", metaNames);
  const integrator = object(fields["integrator"], "params.integrator", ["id", "slug"]);
  const profile = object(fields["profile"], "params.profile", profileNames);
  const tlsCa = optionalText(meta, "tlsCa", "params.meta");
  return {
    meta: {
      enlistUrl: text(meta, "enlistUrl", "params.meta"),
      chatUrl: text(meta, "chatUrl", "params.meta"),
      mediaUrl: text(meta, "mediaUrl", "params.meta"),
      jwksUrl: text(meta, "jwksUrl", "params.meta"),
      rootKey: rootKey(meta),
      ...(tlsCa !== undefined && { tlsCa }),
    },
    integrator: {
      id: wholeNumber(integrator, "id", 1, "params.integrator"),
      slug: text(integrator, "slug", "params.integrator"),
    },
    profile: {
      name: text(profile, "name", "params.profile"),
      version: text(profile, "version", "params.profile"),
      product: text(profile, "product", "params.profile"),
      protocolVersion: text(profile, "protocolVersion", "params.profile"),
      wire: text(profile, "wire", "params.profile"),
      noise: text(profile, "noise", "params.profile"),
    },
    ...(fields["token"] !== undefined && { token: token(fields["token"]) }),
    timing: timing(fields["timing"]),
  };
}

/** This provider signs with RS256, which every profile allows. */
function token(value: unknown): TokenSettings {
  const at = "params.token";
  const fields = object(value, at, ["algorithms", "audience", "maximumLifetimeSeconds", "claims"]);
  const claims = object(fields["claims"], `${at}.claims`, ["issuer", "identifier", "version"]);
  return {
    audience: text(fields, "audience", at),
    maximumLifetimeSeconds: wholeNumber(fields, "maximumLifetimeSeconds", 1, at),
    claims: {
      issuer: text(claims, "issuer", `${at}.claims`),
      identifier: text(claims, "identifier", `${at}.claims`),
      version: text(claims, "version", `${at}.claims`),
    },
  };
}

const metaNames = ["enlistUrl", "chatUrl", "mediaUrl", "jwksUrl", "rootKey", "tlsCa"];
const profileNames = ["name", "version", "product", "protocolVersion", "wire", "noise"];

function rootKey(meta: Fields): Uint8Array {
  const hex = text(meta, "rootKey", "params.meta");
  if (/^[0-9a-f]{64}$/i.test(hex)) return fromHex(hex);
  throw invalid("params.meta.rootKey", "32 bytes in hex", hex);
}

/** Shortened times are shorter for the handshake too. */
function timing(value: unknown): Settings["timing"] {
  if (value === undefined) return usualTiming;
  const fields = object(value, "params.timing", ["keepAliveMs", "replyMs", "reconnectMs"]);
  const replyMs = wholeNumber(fields, "replyMs", 1, "params.timing");
  return {
    keepAliveMs: wholeNumber(fields, "keepAliveMs", 1, "params.timing"),
    replyMs,
    reconnectMs: wholeNumber(fields, "reconnectMs", 0, "params.timing"),
    helloMs: Math.min(usualTiming.helloMs, 3 * replyMs),
  };
}

function invalid(path: string, wanted: string, found: unknown): InvalidParams {
  const shown = found === undefined ? "nothing" : (JSON.stringify(found)?.slice(0, 80) ?? typeof found);
  return new InvalidParams(`${path}: found ${shown}, wanted ${wanted}`);
}

export type GivenContent =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "file"; readonly file: UserFile };

/** What `message.send` is to send. */
export function content(params: Fields): GivenContent {
  const fields = object(params["content"], path, ["type", "text", "data", "mimetype", "caption", "fileName"]);
  const kind = mediaKinds.find((known) => known === fields["type"]);
  if (kind !== undefined) return { type: "file", file: { kind, ...file(fields) } };
  if (fields["type"] !== "text")
    throw invalid(`${path}.type`, `"text" or one of ${mediaKinds.join(", ")}`, fields["type"]);
  const { text: value } = object(fields, path, ["type", "text"]);
  if (typeof value === "string") return { type: "text", text: value };
  throw invalid(`${path}.text`, "a text", value);
}

const path = "params.content";

function file(fields: Fields): Omit<UserFile, "kind"> {
  object(fields, path, ["type", "data", "mimetype", "caption", "fileName"]);
  const { data: encoded } = fields as { data?: unknown };
  const data = typeof encoded === "string" ? fromBase64(encoded) : undefined;
  if (data === undefined) throw invalid(`${path}.data`, "bytes in base64", encoded);
  const caption = optionalText(fields, "caption", path);
  const fileName = optionalText(fields, "fileName", path);
  return {
    data,
    mimetype: text(fields, "mimetype", path),
    ...(caption !== undefined && { caption }),
    ...(fileName !== undefined && { fileName }),
  };
}
