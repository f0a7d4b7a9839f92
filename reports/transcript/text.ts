import type { TraceEntry, TraceNode } from "../../harness/model/trace.js";
import { printable, shorten } from "../text/printable.js";
import { matters } from "../view/entry-matters.js";
import { direction, headline } from "../view/entry-words.js";

const maximumText = 2000;
const maximumAlike = 3;
const maximumDepth = 24;

/** The entries of one scenario as plain text, for tools that show no HTML. */
export function textTranscript(entries: readonly TraceEntry[]): string {
  return entries.filter(matters).map(block).join("\n");
}

function block(entry: TraceEntry): string {
  const head = `frame ${entry.seq}  ${(entry.at / 1000).toFixed(3)} s  ${direction(entry)}  ${headline(entry)}`;
  const lines = entry.kind === "stanza" ? xmlLines(entry.node, 1) : detail(entry);
  return printable([head, ...lines].join("\n"));
}

function detail(entry: TraceEntry): readonly string[] {
  switch (entry.kind) {
    case "http":
      if (entry.digest !== undefined) return json({ ...entry.digest, broken: entry.broken });
      return entry.body === "" ? [] : [`  ${shorten(entry.body, maximumText)}`];
    case "handshake":
      return json(entry.fields);
    case "enlistment":
      return [...json(entry.arguments), ...entry.problems.map(({ argument, message }) => `  ${argument}: ${message}`)];
    case "opened":
      return json(entry.content);
    case "media":
      return json({ path: entry.path, blob: entry.blob, file: entry.plain });
    case "sealed":
      return json(entry.content);
    case "driver":
      return json(entry.part === "request" ? entry.params : (entry.error ?? entry.result));
    case "event":
      return json(entry.event);
    case "fault":
      return json(entry.params);
    default:
      return [];
  }
}

function json(value: unknown): readonly string[] {
  return value === undefined ? [] : [`  ${shorten(JSON.stringify(value), maximumText)}`];
}

/** One element a line; of many siblings that are alike, the first few. */
function xmlLines(node: TraceNode, depth: number): readonly string[] {
  const indent = "  ".repeat(depth);
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${shorten(value, maximumText)}"`);
  const head = `${indent}<${node.tag}${attributes.join("")}`;
  if (node.text !== undefined) return [`${head}>${shorten(node.text, maximumText)}</${node.tag}>`];
  if (node.bytes !== undefined) return [`${head}>${shorten(hex(node.bytes), 80)}</${node.tag}>`];
  const { children = [] } = node;
  if (children.length === 0) return [`${head}/>`];
  if (depth >= maximumDepth) return [`${head}>…</${node.tag}>`];
  const seen = new Map<string, number>();
  const inner = children.flatMap((child) => {
    const count = (seen.get(child.tag) ?? 0) + 1;
    seen.set(child.tag, count);
    return count > maximumAlike ? [] : xmlLines(child, depth + 1);
  });
  const left = [...seen]
    .filter(([, count]) => count > maximumAlike)
    .map(([tag, count]) => `${indent}  … ${count - maximumAlike} more <${tag}>`);
  return [`${head}>`, ...inner, ...left, `${indent}</${node.tag}>`];
}

function hex(base64: string): string {
  return Buffer.from(base64, "base64").toString("hex");
}
