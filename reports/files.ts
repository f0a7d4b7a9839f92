import { renderBadge } from "./badge/render.js";
import { renderHtml } from "./html/render.js";
import { renderJson } from "./json/render.js";
import { renderJunit } from "./junit/render.js";
import { renderMarkdown } from "./markdown/render.js";
import type { ReportInput } from "./report-input.js";
import { renderTrace } from "./trace/render.js";

/** Every file of a report by its name. `report.json` comes last: where it is, the others are complete. */
export function renderFiles(input: ReportInput): ReadonlyMap<string, string> {
  return new Map([
    ["trace.ndjson", renderTrace(input)],
    ["junit.xml", renderJunit(input.result, input.requirements)],
    ["report.html", renderHtml(input)],
    ["summary.md", renderMarkdown(input)],
    ["badge.svg", renderBadge(input.result)],
    ["report.json", renderJson(input.result)],
  ]);
}
