import { inflateSync } from "node:zlib";
import { decodeNode } from "whatsapp-rust-bridge";

/** The server's own address: written with an "@" in front, the codec makes it an address and not a word. */
export const server = "@s.whatsapp.net";

const maximumBytes = 8 * 2 ** 20;
const compressed = 2;

export function node(tag, attrs = {}, content) {
  const known = Object.entries(attrs).filter(([, value]) => value !== undefined);
  return { tag, attrs: Object.fromEntries(known), ...(content !== undefined && { content }) };
}

/** The children with this tag. */
export function childrenOf({ content }, tag) {
  return Array.isArray(content) ? content.filter((child) => child.tag === tag) : [];
}

export function childOf(parent, tag) {
  return childrenOf(parent, tag)[0];
}

/** The bytes inside a node; none when there are none. */
export function bytesOf({ content } = {}) {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(0);
}

/** Reads a decrypted frame: a flag byte, and one node that may be compressed. */
export function readStanza(payload, integrator) {
  const [flags = 0] = payload;
  // Inflated here because the codec itself knows no limit.
  const plain =
    (flags & compressed) === 0
      ? payload
      : Buffer.concat([Buffer.of(0), inflateSync(payload.subarray(1), { maxOutputLength: maximumBytes })]);
  const decoded = decodeNode(plain);
  try {
    return withIntegrator(decoded.toJSON(), integrator);
  } finally {
    decoded.free();
  }
}

/** The codec leaves the integrator's number out of an interop address. Users of other providers are not told apart. */
function withIntegrator({ tag, attrs, content }, integrator) {
  const whole = Object.entries(attrs).map(([name, value]) => [
    name,
    /^[0-9A-Za-z]+(?::\d+)?@interop$/.test(value) ? `${integrator}-${value}` : value,
  ]);
  const inside = Array.isArray(content) ? content.map((child) => withIntegrator(child, integrator)) : content;
  return node(tag, Object.fromEntries(whole), inside);
}

/** The account behind the address of one of its devices; undefined for the server and for what is no address. */
export function accountOf(address) {
  return /^([\w-]+)(?:\.\d+)?(?::\d+)?(@[a-z.]+)$/
    .exec(address ?? "")
    ?.slice(1)
    .join("");
}
