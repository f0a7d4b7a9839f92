import { isJidServer, parseJid } from "../../ids/jid.js";
import type { Jid } from "../../ids/jid.js";
import { StanzaError } from "../errors.js";
import { maxWrittenDepth } from "../limits.js";
import { isNodeList } from "../node.js";
import type { StanzaNode } from "../node.js";
import { addressAttributes, domainTypes, longestWord, tokens, wordCodes } from "./tokens.js";
import { StanzaWriter } from "./writer.js";

export interface EncodeOptions {
  /**
   * "long" ends an interop address with the server name, "short" does not. Clients of WhatsApp Web write the short
   * form and read the long one; whatsmeow writes the long one (interop fact 47). Default "long".
   */
  readonly interopJid?: "long" | "short";
}

// Encoding is synchronous and calls nothing of the caller's, so one writer serves all calls.
const writer = new StanzaWriter();

/**
 * The binary form of one node, without the flag byte that precedes it in a frame (see `packPayload`).
 *
 * Texts become, in this order: a dictionary word, an address (when parsing and formatting gives the same text back),
 * packed digits, packed hexadecimal, raw UTF-8. A bare server name in `to`, `from` or `jid` becomes an address
 * without a user: clients ignore the server's stanzas when it is a plain dictionary word (wire section 2).
 *
 * @throws StanzaError `not-encodable` for an empty tag, half a surrogate pair, or too many entries; `too-deep`.
 */
export function encodeNode(root: StanzaNode, options: EncodeOptions = {}): Uint8Array {
  return encodeAfter(undefined, root, options);
}

/** @internal The same with one byte before the node, saving `packPayload` a copy. */
export function encodeAfter(prefix: number | undefined, root: StanzaNode, options: EncodeOptions): Uint8Array {
  writer.restart();
  if (prefix !== undefined) writer.byte(prefix);
  writeNode(root, options.interopJid !== "short", 1);
  return writer.finish();
}

function writeNode(subject: StanzaNode, longInterop: boolean, depth: number): void {
  if (depth > maxWrittenDepth) {
    throw new StanzaError("too-deep", `Encode a stanza: nodes nest deeper than ${maxWrittenDepth}`);
  }
  const { tag, attrs } = subject;
  if (tag === "")
    throw new StanzaError("not-encodable", "Encode a stanza: a tag is empty, wanted at least 1 character");
  const content = isNodeList(subject.content) && subject.content.length === 0 ? undefined : subject.content;
  const names = Object.keys(attrs);
  writer.listStart(1 + 2 * names.length + (content === undefined ? 0 : 1));
  writeWord(tag);
  for (const name of names) {
    writeWord(name);
    const value = attrs[name] ?? "";
    if (addressAttributes.has(name) && isJidServer(value)) writePair("", value);
    else writeText(value, longInterop);
  }
  if (content === undefined) return;
  if (typeof content === "string") writeText(content, longInterop);
  else if (isNodeList(content)) {
    writer.listStart(content.length);
    for (const child of content) writeNode(child, longInterop, depth + 1);
  } else writer.raw(content);
}

function writeText(text: string, longInterop: boolean): void {
  if (!writeKnownWord(text) && !writeAddress(text, longInterop) && !writer.packed(text)) writer.rawText(text);
}

/** A tag, an attribute name or a part of an address: everything but an address. */
function writeWord(text: string): void {
  if (!writeKnownWord(text) && !writer.packed(text)) writer.rawText(text);
}

function writeKnownWord(text: string): boolean {
  // Longer texts need not be hashed to be looked up.
  const code = text.length > longestWord ? undefined : wordCodes.get(text);
  if (code === undefined) return false;
  if (code < 256) writer.byte(code);
  else writer.uint16(code);
  return true;
}

/** False, with nothing written, when no address form gives exactly `text` back. */
function writeAddress(text: string, longInterop: boolean): boolean {
  const jid = parseJid(text);
  if (jid === undefined) return false;
  if (jid.device === 0 && text.includes(":")) return false;
  if (jid.integrator !== undefined) {
    writer.byte(tokens.interopJid);
    writeWord(jid.user);
    writer.uint16(jid.device);
    writer.uint16(jid.integrator);
    if (longInterop) writeWord(jid.server);
    return true;
  }
  const user = jid.agent === undefined ? jid.user : `${jid.user}.${jid.agent}`;
  if (jid.server === "msgr") {
    writer.byte(tokens.fbJid);
    writeWord(user);
    writer.uint16(jid.device);
    writeWord(jid.server);
    return true;
  }
  if (jid.device === 0) return writePair(user, jid.server);
  return writeDeviceAddress(user, jid);
}

function writeDeviceAddress(user: string, jid: Jid): boolean {
  const domain = domainTypes.get(jid.server);
  if (domain === undefined || jid.device > 255) return false;
  writer.byte(tokens.adJid);
  writer.byte(domain);
  writer.byte(jid.device);
  writeWord(user);
  return true;
}

function writePair(user: string, server: string): true {
  writer.byte(tokens.jidPair);
  if (user === "") writer.byte(tokens.listEmpty);
  else writeWord(user);
  writeWord(server);
  return true;
}
