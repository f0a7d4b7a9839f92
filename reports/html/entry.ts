import type { TraceEntry } from "../../harness/model/trace.js";
import { entryWords, headline } from "../../harness/model/words/entry.js";
import { type EntryPart, entryParts } from "../../harness/model/words/parts.js";
import { shorten } from "../text/printable.js";
import { frameAnchor, html, join, type Markup, nothing } from "./markup.js";
import { stanzaXml } from "./stanza.js";

const maximumLine = 400;
const maximumText = 4000;

/** One line of the transcript: number, time, who to whom, what it is, and its content where that can be read. */
export function entryItem(entry: TraceEntry, cited: boolean): Markup {
  const time = (entry.at / 1000).toFixed(3);
  const mark = cited ? " cited" : "";
  const words = entryWords(entry);
  const parts = join(entryParts(entry).map((part) => partView(part, entry)));
  return html`<li id="${frameAnchor(entry.seq)}" class="${entry.kind} ${entry.by}${mark}"><div class="line"><a href="#${frameAnchor(entry.seq)}">frame ${entry.seq}</a> <span class="time">${time} s</span> <span class="who">${words.who}</span> ${shorten(headline(words), maximumLine)}</div>${parts}</li>
`;
}

function partView(part: EntryPart, entry: TraceEntry): Markup {
  switch (part.kind) {
    case "wrong":
      return html`<ul class="wrong">${part.sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
    case "stanza":
      return entry.kind === "stanza" ? stanzaXml(entry.node) : nothing;
    case "quote":
      return html`<blockquote>${shorten(part.text, maximumText)}</blockquote>`;
    case "body":
      return html`<pre>${shorten(part.text, maximumText)}</pre>`;
    case "value":
      return html`<pre>${shorten(JSON.stringify(part.value, undefined, 1), maximumText)}</pre>`;
    case "fields":
      return part.title === undefined
        ? fields(part.values)
        : html`<details><summary>${part.title}</summary>${fields(part.values)}</details>`;
  }
}

function fields(values: Readonly<Record<string, unknown>>): Markup {
  const rows = Object.entries(values).map(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value, undefined, 1);
    return html`<dt>${name}</dt><dd>${shorten(text ?? "absent", maximumText)}</dd>`;
  });
  return html`<dl>${join(rows)}</dl>`;
}
