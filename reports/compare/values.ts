import type { Json, TraceEntry, TraceNode } from "../../harness/model/trace.js";
import { isRecord } from "../../core/is-record.js";

/**
 * What is inside an entry of the provider and is the same in every run: attributes, children and sizes, each as a short text such
 * as `iq@type=set` or `iq/list/key/id: 3 bytes`. Ids, keys, addresses and times only show that they are there.
 */
export function valuesOf(entry: TraceEntry): readonly string[] {
  if (entry.by !== "provider") return [];
  switch (entry.kind) {
    case "stanza":
      return [...new Set(ofNode(entry.node, entry.node.tag))];
    case "handshake":
      return ofFields(entry.fields);
    case "enlistment":
      return Object.entries(entry.arguments).map(([name, hex]) => `${name}: ${hex.length / 2} bytes`);
    case "http": {
      const type = entry.part === "response" ? entry.headers["content-type"] : undefined;
      return type === undefined ? [] : [`content-type=${plain(type)}`];
    }
    default:
      return [];
  }
}

/** Encrypted anew in each run, with padding of another length. */
const varying: ReadonlySet<string> = new Set(["enc"]);

function ofNode({ attrs, bytes, children = [], tag, text }: TraceNode, path: string): readonly string[] {
  const own = Object.entries(attrs).map(([name, value]) => `${path}@${name}=${stable(value)}`);
  const size = bytes === undefined ? [] : [varying.has(tag) ? `${path}: bytes` : `${path}: ${sizeOf(bytes)} bytes`];
  return [
    ...own,
    ...size,
    ...(text === undefined ? [] : [`${path}=${stable(text)}`]),
    ...children.flatMap((child) => ofNode(child, `${path}/${child.tag}`)),
  ];
}

/** What is agreed at the start of a connection, apart from the token. */
function ofFields(fields: Readonly<Record<string, Json>>): readonly string[] {
  const { payload, ...others } = fields;
  const inside = isRecord(payload)
    ? Object.entries(payload).map(([name, value]) => [`payload.${name}`, value] as const)
    : [];
  return [...Object.entries(others), ...inside].flatMap(([name, value]) =>
    typeof value === "object" ? [] : [`${name}=${stable(String(value))}`],
  );
}

function sizeOf(base64: string): number {
  return Buffer.byteLength(base64, "base64");
}

/** Addresses, hexadecimal and decimal ids, and times. */
const unstable = /@|^[0-9a-f]{8}|\d{4}|^3EB0|[-.]\d+$/i;

function stable(value: string): string {
  return unstable.test(value) ? "…" : plain(value);
}

/** Tabs separate values where transcripts are stored. */
function plain(value: string): string {
  return value.replaceAll(/\s/g, " ").slice(0, 80);
}

/** What one side has and the other has not. */
export function differingValues(
  left: readonly string[],
  right: readonly string[],
): { readonly left: readonly string[]; readonly right: readonly string[] } {
  const [here, there] = [new Set(left), new Set(right)];
  return { left: left.filter((value) => !there.has(value)), right: right.filter((value) => !here.has(value)) };
}
