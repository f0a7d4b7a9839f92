import type { TraceEntry, TraceNode } from "../../harness/model/trace.js";
import { shorten } from "../text/printable.js";
import { matters } from "../view/entry-matters.js";
import { direction } from "../view/entry-words.js";

/** What two runs of the same exchange have in common: who did what, without ids, keys, addresses and times. */
export interface Shape {
  readonly who: string;
  readonly what: string;
}

export interface ShapedEntry extends Shape {
  readonly seq: number;
}

/** The shapes of the entries of one scenario, in order. */
export function shapesOf(entries: readonly TraceEntry[]): readonly ShapedEntry[] {
  return entries
    .filter((entry) => matters(entry) && entry.kind !== "clock")
    .map((entry) => ({ seq: entry.seq, who: direction(entry), what: shorten(shapeOf(entry), 200) }));
}

function shapeOf(entry: TraceEntry): string {
  switch (entry.kind) {
    case "scenario":
      return `stopped [${entry.blocked?.code ?? ""}]`;
    case "http":
      return entry.part === "request"
        ? `${entry.method} (${entry.server})`
        : `HTTP ${entry.status ?? "?"} (${entry.server})`;
    case "connection":
      return `${entry.transport} ${entry.event}`;
    case "handshake":
      return `handshake, ${entry.message}`;
    case "enlistment":
      return "login" in entry.outcome ? "enlisted" : `refused: ${entry.outcome.reason}`;
    case "login":
      return `login ${entry.outcome}${entry.reason === undefined ? "" : ` with ${entry.reason}`}`;
    case "stanza":
      return stanzaShape(entry.node);
    case "bad-frame":
      return `no stanza [${entry.code}]`;
    case "opened":
      return entry.error === undefined
        ? `opened ${entry.content?.type ?? "nothing"}`
        : `could not open: ${entry.error}`;
    case "media":
      return entry.problems.length === 0
        ? `fetched: ${entry.status ?? entry.broken ?? "no answer"}`
        : `fetched in vain: ${entry.problems.join(", ")}`;
    case "sealed":
      return `sealed ${entry.content.type}`;
    case "driver":
      return entry.error === undefined ? entry.method : `${entry.method} failed: ${entry.error.code}`;
    case "event":
      return `event ${entry.event.kind}`;
    case "fault":
      return `fault ${entry.fault} ${entry.event}`;
    case "clock":
      return "clock";
  }
}

const telling = ["xmlns", "type", "class", "mode", "code"] as const;

function stanzaShape({ tag, attrs, children = [] }: TraceNode): string {
  const attributes = telling.flatMap((name) => (attrs[name] === undefined ? [] : [` ${name}="${attrs[name]}"`]));
  const tags = [...new Set(children.map((child) => child.tag))];
  return `<${tag}${attributes.join("")}>${tags.length === 0 ? "" : ` with ${tags.join(", ")}`}`;
}
