import type { Inspection, Json, TraceEntry, Violation } from "../../harness/model/trace.js";
import { shorten } from "../text/printable.js";
import { direction, headline } from "../view/entry-words.js";
import { plural } from "../view/verdict-words.js";
import { frameAnchor, html, join, type Markup, nothing } from "./markup.js";
import { stanzaXml } from "./stanza.js";

const maximumText = 4000;

/** One line of the transcript: number, time, direction, what it is, and the whole of it where that can be read. */
export function entryItem(entry: TraceEntry, cited: boolean): Markup {
  const time = (entry.at / 1000).toFixed(3);
  const mark = cited ? " cited" : "";
  return html`<li id="${frameAnchor(entry.seq)}" class="${entry.kind} ${entry.by}${mark}"><div class="line"><a href="#${frameAnchor(entry.seq)}">frame ${entry.seq}</a> <span class="time">${time} s</span> <span class="who">${direction(entry)}</span> ${headline(entry)}</div>${body(entry)}</li>
`;
}

function body(entry: TraceEntry): Markup {
  switch (entry.kind) {
    case "stanza":
      return html`${stanzaXml(entry.node)}${violations(entry.violations)}${entry.notes.length === 0 ? nothing : html`<p class="note">Encoding: ${entry.notes.join(", ")}</p>`}`;
    case "http":
      return html`${headers(entry.headers)}${entry.body === "" ? nothing : html`<pre>${shorten(entry.body, maximumText)}</pre>`}${entry.digest === undefined ? nothing : fields({ ...entry.digest, ...(entry.broken !== undefined && { broken: entry.broken }) })}`;
    case "connection":
      return entry.url === undefined ? nothing : html`${fields({ url: entry.url })}${headers(entry.headers ?? {})}`;
    case "handshake":
      return fields(entry.fields);
    case "enlistment":
      return html`${fields(entry.arguments)}${entry.problems.length === 0 ? nothing : html`<ul class="wrong">${entry.problems.map(({ argument, message }) => html`<li>${argument}: ${message}</li>`)}</ul>`}`;
    case "opened":
      return html`${inspection(entry.inspection)}${entry.content === undefined ? nothing : fields({ ...entry.content, ...(entry.padding && { padding: entry.padding }) })}`;
    case "media":
      return fields({
        path: entry.path,
        ...(entry.blob && { blob: entry.blob }),
        ...(entry.plain && { file: entry.plain }),
      });
    case "sealed":
      return html`${inspection(entry.inspection)}${fields(entry.content)}`;
    case "driver":
      return entry.part === "request" ? optional(entry.params) : optional(entry.error ?? entry.result);
    case "event":
      return fields(entry.event);
    case "fault":
      return fields(entry.params);
    default:
      return nothing;
  }
}

function violations(list: readonly Violation[]): Markup {
  if (list.length === 0) return nothing;
  return html`<ul class="wrong">${list.map(({ path, message, rule }) => html`<li>${path}: ${message} <small>[${rule}]</small></li>`)}</ul>`;
}

function inspection(found: Inspection | undefined): Markup {
  return found === undefined ? nothing : folded(`${found.kind} as seen without keys`, fields({ ...found }));
}

function optional(value: Json | undefined): Markup {
  if (value === undefined || value === null || (typeof value === "object" && Object.keys(value).length === 0))
    return nothing;
  return html`<pre>${shorten(JSON.stringify(value, undefined, 1), maximumText)}</pre>`;
}

function headers(values: Readonly<Record<string, string>>): Markup {
  return folded(plural(Object.keys(values).length, "header"), fields(values));
}

function folded(title: string, content: Markup): Markup {
  return html`<details><summary>${title}</summary>${content}</details>`;
}

function fields(values: Readonly<Record<string, unknown>>): Markup {
  const rows = Object.entries(values).map(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 1);
    return html`<dt>${name}</dt><dd>${shorten(text ?? "absent", maximumText)}</dd>`;
  });
  return rows.length === 0 ? nothing : html`<dl>${join(rows)}</dl>`;
}
