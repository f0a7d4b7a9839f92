import type { TraceEntry } from "../../harness/model/trace.js";
import { align } from "../compare/align.js";
import { referenceTranscript } from "../compare/reference.js";
import { type Shape, type ShapedEntry, shapesOf } from "../compare/shape.js";
import { frameAnchor } from "./anchors.js";
import { html, join, type Markup, nothing } from "./markup.js";

/** The exchange beside what the reference provider did in it, line by line, with the first divergence marked. */
export function comparison(scenario: string, entries: readonly TraceEntry[]): Markup {
  const reference = referenceTranscript(scenario);
  if (reference === undefined) return nothing;
  const rows = align(shapesOf(entries), reference);
  const first = rows.findIndex(({ left, right }) => left === undefined || right === undefined);
  if (first === -1) {
    return html`<p class="note">Message by message the same as with the reference provider; the difference is within one.</p>`;
  }
  const items = rows.map(({ left, right }, index) => {
    const kind = left === undefined || right === undefined ? (index === first ? "differs first" : "differs") : "same";
    return html`<tr class="${kind}"><td>${own(left)}</td><td>${text(right)}</td></tr>`;
  });
  return html`<details class="compare"><summary>Beside the reference provider: first difference in line ${first + 1}</summary><table><caption>${scenario}, message by message</caption><thead><tr><th scope="col">this provider</th><th scope="col">reference provider</th></tr></thead><tbody>${join(items)}</tbody></table></details>`;
}

function own(shape: ShapedEntry | undefined): Markup {
  if (shape === undefined) return html`<em>nothing</em>`;
  return html`<a href="#${frameAnchor(shape.seq)}">${shape.seq}</a> ${text(shape)}`;
}

function text(shape: Shape | undefined): Markup {
  return shape === undefined ? html`<em>nothing</em>` : html`<small>${shape.who}</small> ${shape.what}`;
}
