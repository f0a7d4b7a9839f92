import { serverAddress } from "../../ids/jid.js";
import { StanzaError } from "../errors.js";
import type { EncodingNoteKind } from "./notes.js";
import type { StanzaReader } from "./reader.js";
import { domainTypes, tokens } from "./tokens.js";

export type InteropJidForm = "auto" | "long" | "short";

/** What the address forms need from the decoder that met them. */
export interface AddressContext {
  readonly reader: StanzaReader;
  readonly interopJid: InteropJidForm;
  /** A text that is no address, whose first byte was `token`. */
  word(token: number): string;
  note(kind: EncodingNoteKind): void;
}

export const serversByDomain: ReadonlyMap<number, string> = new Map(
  [...domainTypes].map(([server, type]) => [type, server]),
);
const interop = "interop";
// "interop" is no dictionary word and does not pack, so it can only be raw text, in one of three length forms.
const interopText = Buffer.from(interop);
export const interopName: readonly Uint8Array[] = [
  [tokens.binary8, interop.length],
  [tokens.binary20, 0, 0, interop.length],
  [tokens.binary32, 0, 0, 0, interop.length],
].map((head) => Buffer.concat([Buffer.from(head), interopText]));

/** The text form of the address that `token` starts, or undefined when it starts none. */
export function readAddress(token: number, context: AddressContext): string | undefined {
  if (token === tokens.jidPair) return readPair(context);
  if (token === tokens.adJid) return readDevice(context);
  if (token === tokens.interopJid) return readInterop(context);
  if (token === tokens.fbJid) return readMessenger(context);
  return undefined;
}

function readPair(context: AddressContext): string {
  const { reader } = context;
  const userToken = reader.byte();
  const user = userToken === tokens.listEmpty ? "" : context.word(userToken);
  const server = nonEmpty(context.word(reader.byte()), "server");
  if (user === "") {
    context.note("server-as-jid");
    return server;
  }
  if (server === interop && /^[1-9]\d*-/.test(user)) context.note("interop-jid-as-pair");
  return `${user}@${server}`;
}

function readDevice(context: AddressContext): string {
  const { reader } = context;
  const domain = reader.byte();
  const device = reader.byte();
  const user = nonEmpty(context.word(reader.byte()), "user");
  if (device === 0) context.note("device-zero");
  const server = serversByDomain.get(domain);
  if (server !== undefined) return `${user}${deviceSuffix(device)}@${server}`;
  context.note("unknown-domain-type");
  return `${user}.${domain}${deviceSuffix(device)}@${serverAddress}`;
}

function readInterop(context: AddressContext): string {
  const { reader } = context;
  const user = nonEmpty(context.word(reader.byte()), "user");
  const device = reader.uint16();
  const integrator = reader.uint16();
  const long = context.interopJid !== "short" && interopName.some((form) => reader.skipIf(form));
  if (!long && context.interopJid === "long") {
    throw new StanzaError(
      "bad-jid",
      'Decode a stanza: an interop address ends early, wanted the server name "interop"',
    );
  }
  context.note(long ? "interop-jid-long" : "interop-jid-short");
  return `${integrator === 0 ? "" : `${integrator}-`}${user}${deviceSuffix(device)}@${interop}`;
}

function readMessenger(context: AddressContext): string {
  const { reader } = context;
  const user = nonEmpty(context.word(reader.byte()), "user");
  const device = reader.uint16();
  const server = nonEmpty(context.word(reader.byte()), "server");
  if (server !== "msgr") context.note("fb-jid-server");
  return `${user}${deviceSuffix(device)}@${server}`;
}

function deviceSuffix(device: number): string {
  return device === 0 ? "" : `:${device}`;
}

function nonEmpty(text: string, part: string): string {
  if (text === "") throw new StanzaError("bad-jid", `Decode a stanza: the ${part} of an address is empty`);
  return text;
}
