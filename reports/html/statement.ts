import type { SessionStatement } from "../../harness/model/result.js";
import { checkAnchor } from "./anchors.js";
import { html, join, type Markup, nothing } from "./markup.js";

/** What a provider with a protocol of its own may say that it has shown, and what it may not. */
export function statementSection(statement: SessionStatement | undefined): Markup {
  if (statement === undefined) return nothing;
  const shown = statement.shown.map(
    ({ requirement, sentence, check }) =>
      html`<li><strong>${requirement}</strong> ${sentence} <a href="#${checkAnchor(check)}">${check}</a></li>`,
  );
  const notShown = statement.notShown.map(({ subject, why }) => html`<li>${subject} <small>${why}</small></li>`);
  const limits = statement.limits.map((limit) => html`<li>${limit}</li>`);
  return html`<section id="statement"><h2>A protocol of its own</h2><p>${statement.summary}</p><h3>Shown</h3><ul>${join(shown)}</ul><h3>Not shown</h3><ul>${join(notShown)}</ul><h3>What this does not mean</h3><ul>${join(limits)}</ul></section>`;
}
