import type { RunResult } from "../../harness/model/result.js";
import { modificationSentence } from "../view/own-values.js";
import { outcomeWords } from "../view/verdict-words.js";
import { escapeAttribute, escapeText } from "../junit/xml.js";

const colours = { passed: "#1a7f37", failed: "#c62828", incomplete: "#9a6700", environment: "#6e7781" } as const;

/** `badge.svg`: the outcome, how many of the judged checks passed, and whether the profile is modified. No fonts or images from elsewhere. */
export function renderBadge(result: RunResult): string {
  const { summary } = result;
  const left = "interop";
  const judged = summary.pass + summary.fail + summary.warn + summary.unstable;
  const modified = modificationSentence(result)?.replace(/^M/, ", m").replace(/\.$/, "") ?? "";
  const right = `${outcomeWords[summary.outcome].toLowerCase()} ${summary.pass}/${judged}${modified}`;
  const [leftWidth, rightWidth] = [widthOf(left), widthOf(right)];
  const width = leftWidth + rightWidth;
  const title = `${left}: ${right}`;
  const label = (text: string, middle: number): string =>
    `<text x="${middle}" y="14" textLength="${text.length * letter}">${escapeText(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${escapeAttribute(title)}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="20" rx="3" fill="#3b4148"/>`,
    `<path d="M${leftWidth} 0h${rightWidth - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${rightWidth - 3}z" fill="${colours[summary.outcome]}"/>`,
    '<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">',
    label(left, leftWidth / 2),
    label(right, leftWidth + rightWidth / 2),
    "</g>",
    "</svg>\n",
  ].join("\n");
}

/** Width of a letter in pixels; `textLength` forces it on every font. */
const letter = 6.5;

function widthOf(text: string): number {
  return Math.ceil(text.length * letter) + 14;
}
