import type { TraceEntry } from "../../harness/model/trace.js";
import { entryWords, headline } from "../../harness/model/words/entry.js";
import { type EntryPart, entryParts } from "../../harness/model/words/parts.js";
import { xmlText } from "../../harness/model/words/stanza.js";
import { printable, shorten } from "../text/printable.js";
import { matters } from "../view/entry-matters.js";

const maximumText = 2000;
const limits = { text: maximumText, bytes: 40 };

/** The entries of one scenario as plain text, for tools that show no HTML. */
export function textTranscript(entries: readonly TraceEntry[]): string {
  return entries.filter(matters).map(block).join("\n");
}

function block(entry: TraceEntry): string {
  const time = (entry.at / 1000).toFixed(3);
  const words = entryWords(entry);
  const head = `frame ${entry.seq}  ${time} s  ${words.who}  ${shorten(headline(words), maximumText)}`;
  const texts = entryParts(entry).flatMap((part) => linesOf(part, entry));
  // Each line is indented.
  return printable([head, ...texts].join("\n").replaceAll("\n", "\n  "));
}

function linesOf(part: EntryPart, entry: TraceEntry): readonly string[] {
  switch (part.kind) {
    case "wrong":
      return part.sentences;
    case "stanza":
      return entry.kind === "stanza" ? [xmlText(entry.node, limits)] : [];
    case "quote":
      return [`“${shorten(part.text, maximumText)}”`];
    case "body":
      return [shorten(part.text, maximumText)];
    case "value":
      return [shorten(JSON.stringify(part.value), maximumText)];
    case "fields":
      return part.title === undefined ? [shorten(JSON.stringify(part.values), maximumText)] : [];
  }
}
