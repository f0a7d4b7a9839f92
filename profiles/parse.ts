import { isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import { isRecord } from "../core/is-record.js";
import { ProfileError, type ProfileProblem } from "./errors.js";
import type { ProfileLayer } from "./layer.js";

/** Far above any honest profile. */
export const maximumProfileBytes = 1_000_000;

/**
 * Reads JSON (or YAML, of which it is a part: comments and unquoted keys do no harm), keeping the lines.
 *
 * @throws ProfileError `profile-too-large`, `profile-malformed`.
 */
export function parseProfileText(text: string, file: string): ProfileLayer {
  if (text.length > maximumProfileBytes) {
    const message = `the file has ${text.length} characters, at most ${maximumProfileBytes} are read`;
    throw new ProfileError(file, [{ code: "profile-too-large", path: "", line: 0, message }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "json", prettyErrors: false });
  const [first, ...rest] = document.errors.map(
    (error): ProfileProblem => malformed(lines.linePos(error.pos[0]).line, error.message),
  );
  if (first !== undefined) throw new ProfileError(file, [first, ...rest]);
  const root: unknown = asValue(document, file);
  if (!isRecord(root)) throw new ProfileError(file, [malformed(1, "an object with the fields of a profile is wanted")]);
  return {
    file,
    root,
    lineOf(path) {
      const at = offsetOf(document, path);
      return at === undefined ? 1 : lines.linePos(at).line;
    },
  };
}

/** Aliases may multiply a small text into a large value, which the parser refuses here. */
function asValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (cause) {
    throw new ProfileError(file, [malformed(1, "the file repeats itself by aliases too often")], { cause });
  }
}

function malformed(line: number, message: string): ProfileProblem {
  return { code: "profile-malformed", path: "", line, message };
}

/** The key is what the reader looks for, so its position counts, not that of its value. */
function offsetOf(document: Document.Parsed, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) break;
    if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}
