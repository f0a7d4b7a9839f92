import { concat, utf8 } from "../core/bytes.js";
import { parseJid } from "../protocol/ids/jid.js";
import { domainTypes, tokens, wordCodes } from "../protocol/stanza/binary/tokens.js";
import { isNodeList, type StanzaNode } from "../protocol/stanza/node.js";

/** How a stanza is written, other than a writer would choose. */
export interface LooseForm {
  /** Longer length fields than needed. */
  readonly wide?: boolean;
  /** Every word spelled out instead of taken from the dictionary. */
  readonly spelled?: boolean;
  /** Addresses of users and groups as plain text. Clients that want an address there may drop the stanza (interop fact 151). */
  readonly addressesAsText?: boolean;
}

/** Attributes whose value, when it is only a server name, is an address without a user. */
const addressed: ReadonlySet<string> = new Set(["from", "to", "jid"]);

/** The plaintext of a frame with the same stanza as the usual encoding. Nothing in it is packed. */
export function looseEncoding(root: StanzaNode, form: LooseForm): Uint8Array {
  const { wide = false, spelled = false, addressesAsText = false } = form;
  const parts: Uint8Array[] = [Uint8Array.of(0)];

  function write(...numbers: readonly number[]): void {
    parts.push(Uint8Array.from(numbers));
  }
  function list(size: number): void {
    if (wide) write(tokens.list16, size >>> 8, size);
    else write(tokens.list8, size);
  }
  function bytes(content: Uint8Array): void {
    const { length } = content;
    // Even lengths take one of the longer forms and odd lengths the other, so that both occur.
    if (!wide && length < 256) write(tokens.binary8, length);
    else if (length % 2 === 0) write(tokens.binary20, 0, length >>> 8, length);
    else write(tokens.binary32, 0, 0, length >>> 8, length);
    parts.push(content);
  }
  function word(text: string): void {
    const code = spelled ? undefined : wordCodes.get(text);
    if (code === undefined) bytes(utf8(text));
    else if (code < 256) write(code);
    else write(code >>> 8, code);
  }
  /** False for a text that is no address. */
  function address(text: string): boolean {
    const jid = parseJid(text);
    const domain = jid === undefined ? undefined : domainTypes.get(jid.server);
    if (jid === undefined || jid.agent !== undefined) return false;
    const { user, server, device, integrator } = jid;
    if (integrator !== undefined) {
      write(tokens.interopJid);
      word(user);
      write(device >>> 8, device, integrator >>> 8, integrator);
      // The one text that readers compare with; they know it in every form of length.
      word(server);
    } else if (device === 0) {
      write(tokens.jidPair);
      word(user);
      word(server);
    } else if (domain !== undefined && device < 256) {
      write(tokens.adJid, domain, device);
      word(user);
    } else return false;
    return true;
  }
  function attribute(name: string, value: string): void {
    word(name);
    if (addressed.has(name) && !value.includes("@")) {
      write(tokens.jidPair, tokens.listEmpty);
      word(value);
    } else if (addressesAsText || !address(value)) word(value);
  }
  function node({ tag, attrs, content }: StanzaNode): void {
    const names = Object.keys(attrs);
    list(1 + 2 * names.length + (content === undefined ? 0 : 1));
    word(tag);
    for (const name of names) attribute(name, attrs[name] ?? "");
    if (content === undefined) return;
    if (isNodeList(content)) {
      list(content.length);
      for (const child of content) node(child);
    } else bytes(typeof content === "string" ? utf8(content) : content);
  }

  node(root);
  return concat(...parts);
}
