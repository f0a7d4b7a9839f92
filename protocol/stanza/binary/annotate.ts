import { type Annotated, AnnotationList, quoted } from "../../../core/annotation.js";
import { StanzaError } from "../errors.js";
import { doubleByteWords, singleByteWords } from "../gen/dictionary.js";
import { defaultStanzaLimits as limits } from "../limits.js";
import { interopName, serversByDomain } from "./addresses.js";
import { StanzaReader } from "./reader.js";
import { tokens } from "./tokens.js";

/**
 * Says of every byte of a node (no flag byte) what it means. Never throws: what `decodeNode` would refuse is the `problem`, with
 * the offset at which the refused part begins. A reader apart from the decoder, which is fast because it remembers no offsets;
 * a test holds the two together.
 */
export function annotateNode(bytes: Uint8Array): Annotated {
  const list = new AnnotationList();
  const walker = new Walker(bytes, list);
  try {
    walker.node(0);
    walker.end();
    return { annotations: list.all };
  } catch (thrown) {
    if (!(thrown instanceof StanzaError)) throw thrown;
    const { at } = walker;
    list.add(at, bytes.length, 0, "not read");
    return {
      annotations: list.all,
      problem: { at, reason: thrown.message.replace(/^Decode a stanza: | at byte \d+/g, "") },
    };
  }
}

class Walker {
  /** Where the part begins that is being read. */
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #reader: StanzaReader;
  readonly #list: AnnotationList;
  #nodes = 0;

  constructor(bytes: Uint8Array, list: AnnotationList) {
    this.#reader = new StanzaReader(bytes, limits);
    this.#bytes = bytes;
    this.#list = list;
  }

  end(): void {
    const { left } = this.#reader;
    if (left > 0) throw new StanzaError("trailing-bytes", `${left} bytes follow its end, none wanted`);
  }

  node(depth: number): void {
    if (++this.#nodes > limits.maxNodes) {
      throw new StanzaError("too-many-nodes", `found more than ${limits.maxNodes} nodes`);
    }
    if (depth / 2 >= limits.maxDepth) throw new StanzaError("too-deep", `nodes nest deeper than ${limits.maxDepth}`);
    const size = this.#listSize(this.#reader.byte());
    if (size === 0) throw new StanzaError("bad-list", "a node is an empty list, wanted at least a tag");
    const attributes = (size - 1) >> 1;
    const parts = [
      "a tag",
      ...(attributes > 0 ? [`${attributes} attributes`] : []),
      ...(size % 2 === 0 ? ["content"] : []),
    ];
    this.#say(depth, `node: a list of ${size}, that is ${parts.join(", ")}`);
    this.#word(this.#reader.byte(), depth + 1, "tag", (tag) => {
      if (tag === "") throw new StanzaError("bad-string", "a tag is empty, wanted at least 1 character");
    });
    this.#attributes(attributes, depth + 1);
    if (size % 2 === 0) this.#content(depth + 1);
  }

  #attributes(count: number, depth: number): void {
    if (count > limits.maxAttrs) {
      throw new StanzaError("too-many-attributes", `found ${count} attributes, at most ${limits.maxAttrs} wanted`);
    }
    const names = new Set<string>();
    for (let index = 0; index < count; index += 1) {
      this.#word(this.#reader.byte(), depth, "attribute", (name) => {
        const shown = JSON.stringify(name.slice(0, 40));
        if (names.has(name)) throw new StanzaError("duplicate-attribute", `attribute ${shown} appears twice`);
        names.add(name);
      });
      this.#value(this.#reader.byte(), depth + 1, "value");
    }
  }

  #content(depth: number): void {
    const token = this.#reader.byte();
    if (token >= tokens.binary8 && token <= tokens.binary32) {
      const { length } = this.#reader.binaryLength(token);
      this.#reader.bytes(length);
      this.#say(depth, `content: ${length} bytes`);
    } else if (token === tokens.list8 || token === tokens.list16 || token === tokens.listEmpty) {
      const size = this.#listSize(token);
      this.#say(
        depth,
        size === 0 ? "content: an empty list" : `content: a list of ${size} node${size === 1 ? "" : "s"}`,
      );
      for (let index = 0; index < size; index += 1) this.node(depth + 1);
    } else this.#value(token, depth, "content");
  }

  #value(token: number, depth: number, what: string): void {
    if (token === tokens.jidPair) this.#pair(depth, what);
    else if (token === tokens.adJid) this.#device(depth, what);
    else if (token === tokens.interopJid) this.#interop(depth, what);
    else if (token === tokens.fbJid) this.#messenger(depth, what);
    else this.#word(token, depth, what);
  }

  #pair(depth: number, what: string): void {
    const say = this.#reserve(depth);
    const token = this.#reader.byte();
    let user = "";
    if (token === tokens.listEmpty) this.#say(depth + 1, "user: none");
    else user = this.#word(token, depth + 1, "user");
    const server = this.#nonEmpty("server", depth + 1);
    say(`${what}: address ${quoted(user === "" ? server : `${user}@${server}`)}, a user and a server`);
  }

  #device(depth: number, what: string): void {
    const say = this.#reserve(depth);
    const domain = this.#reader.byte();
    const server = serversByDomain.get(domain);
    this.#say(depth + 1, `server: domain type ${domain}, ${server ?? "unknown"}`);
    const device = this.#reader.byte();
    this.#say(depth + 1, `device ${device}`);
    const user = this.#nonEmpty("user", depth + 1);
    say(`${what}: address of device ${device} of ${quoted(`${user}@${server ?? "?"}`)}`);
  }

  #interop(depth: number, what: string): void {
    const say = this.#reserve(depth);
    const user = this.#nonEmpty("user", depth + 1);
    const device = this.#number("device", depth + 1);
    const integrator = this.#number("integrator", depth + 1);
    const long = interopName.some((form) => this.#reader.skipIf(form));
    if (long) this.#say(depth + 1, 'server: text "interop" (the long form)');
    const text = `${integrator === 0 ? "" : `${integrator}-`}${user}${device === 0 ? "" : `:${device}`}@interop`;
    say(`${what}: interop address ${quoted(text)}, ${long ? "long" : "short"} form`);
  }

  #messenger(depth: number, what: string): void {
    const say = this.#reserve(depth);
    const user = this.#nonEmpty("user", depth + 1);
    const device = this.#number("device", depth + 1);
    const server = this.#nonEmpty("server", depth + 1);
    say(`${what}: Messenger address ${quoted(`${user}${device === 0 ? "" : `:${device}`}@${server}`)}`);
  }

  #nonEmpty(part: string, depth: number): string {
    return this.#word(this.#reader.byte(), depth, part, (text) => {
      if (text === "") throw new StanzaError("bad-jid", `the ${part} of an address is empty`);
    });
  }

  #number(what: string, depth: number): number {
    const value = this.#reader.uint16();
    this.#say(depth, `${what} ${value}`);
    return value;
  }

  /** Everything that is a text and no address, whose first byte was `token`. @param judge Throws for a text that is refused. */
  #word(token: number, depth: number, what: string, judge?: (text: string) => void): string {
    const { text, form } = this.#text(token);
    judge?.(text);
    this.#say(depth, `${what}: ${quoted(text)}, ${form}`);
    return text;
  }

  #text(token: number): { readonly text: string; readonly form: string } {
    if (token === tokens.listEmpty) return { text: "", form: "an empty list, read as the empty text" };
    if (token < tokens.firstTable) {
      const text = singleByteWords[token];
      if (text !== undefined) return { text, form: `word ${token}` };
    }
    const table = doubleByteWords[token - tokens.firstTable];
    if (table !== undefined) {
      const index = this.#reader.byte();
      const text = table[index];
      if (text !== undefined) return { text, form: `word ${index} of table ${token - tokens.firstTable}` };
    }
    if (token === tokens.nibble8 || token === tokens.hex8) {
      const { text } = this.#reader.packed(token);
      return { text, form: token === tokens.nibble8 ? "packed digits" : "packed hexadecimal" };
    }
    if (token >= tokens.binary8 && token <= tokens.binary32) {
      const { length } = this.#reader.binaryLength(token);
      return { text: this.#reader.text(length), form: `text of ${length} bytes` };
    }
    throw new StanzaError("bad-token", `byte ${token} starts no text, wanted a word, digits or a length`);
  }

  #listSize(token: number): number {
    if (token === tokens.listEmpty) return 0;
    if (token === tokens.list8) return this.#reader.byte();
    if (token === tokens.list16) return this.#reader.uint16();
    throw new StanzaError("bad-list", `found byte ${token}, wanted the start of a list (0, 248, 249)`);
  }

  /** Annotates what was read since the last call. */
  #say(depth: number, says: string): void {
    this.#reserve(depth)(says);
  }

  #reserve(depth: number): (says: string) => void {
    const end = this.#bytes.length - this.#reader.left;
    const say = this.#list.reserve(this.at, end, depth, "an address");
    this.at = end;
    return say;
  }
}
