import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { type JsonSchema, schemaValidator } from "../../harness/model/schema.js";
import { CliError } from "../errors.js";

/** A file that a person wrote, with what it takes to point at a line of it. */
export interface Located {
  readonly value: unknown;
  /** 1-based line of the deepest part of `path` that exists. */
  lineOf(path: readonly (string | number)[]): number;
}

/** Far above what a person writes by hand. */
const maximumLength = 1_000_000;

/**
 * Reads YAML, and with it JSON.
 *
 * @param what Names the file in messages, for example `the baseline "x.yaml"`.
 * @throws CliError `input-malformed`, with the line.
 */
export function parseLocated(text: string, what: string): Located {
  const fail = (found: string): never => {
    throw new CliError("input-malformed", `Reading ${what}: ${found}`);
  };
  if (text.length > maximumLength) fail(`found ${text.length} characters, wanted at most ${maximumLength}`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) fail(`line ${lines.linePos(error.pos[0]).line}: ${error.message}`);
  return {
    value: valueOf(document, fail),
    lineOf(path) {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? 1 : lines.linePos(offset).line;
    },
  };
}

/**
 * Holds a file against its schema.
 *
 * @throws CliError `input-invalid`, naming line and field of the first problem, and how many more there are.
 */
export function judgeLocated(located: Located, schema: JsonSchema, what: string): void {
  const [first, ...rest] = schemaValidator(schema)(located.value);
  if (first === undefined) return;
  const path = first.path.split("/").slice(1).map(unescapeStep);
  const more = rest.length === 0 ? "" : ` (and ${rest.length} more)`;
  const field = path.length === 0 ? "the file" : fieldName(path);
  throw new CliError(
    "input-invalid",
    `Reading ${what}: line ${located.lineOf(path)}: ${field} ${first.message}${more}`,
  );
}

/** `expected[2].reason`, as a person would write it. */
export function fieldName(path: readonly (string | number)[]): string {
  return path
    .map((step) => (/^\d+$/.test(String(step)) ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

/** Aliases may multiply a small text into a large value, which the parser refuses here. */
function valueOf(document: Document.Parsed, fail: (found: string) => never): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return fail("it repeats itself by aliases too often");
  }
}

function offsetOf(root: unknown, path: readonly (string | number)[]): number | undefined {
  let node = root;
  let offset: number | undefined;
  for (const step of path) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      // The key is what a reader looks for, so its place counts, not that of its value.
      if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair?.value;
      continue;
    }
    offset = rangeStart(node) ?? offset;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return isMap(node) || isScalar(node) || isSeq(node) ? node.range?.[0] : undefined;
}

/** JSON Pointer, RFC 6901. */
function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
