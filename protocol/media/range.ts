/** Bytes `from` to `to` of a body, both included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a `Range` header for a body of `length` bytes (RFC 9110, section 14). Undefined when a server may ignore it: absent, not
 * understood, or several ranges.
 */
export function parseRange(header: string | undefined, length: number): ByteRange | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") {
    const suffix = Math.min(Number(last), length);
    return suffix === 0 ? "unsatisfiable" : { from: length - suffix, to: length - 1 };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return undefined;
  if (from >= length) return "unsatisfiable";
  return { from, to: last === "" ? length - 1 : Math.min(Number(last), length - 1) };
}

/** Value of `Content-Range` for `range` of a body of `length` bytes. */
export function contentRange(range: ByteRange | "unsatisfiable", length: number): string {
  return range === "unsatisfiable" ? `bytes */${length}` : `bytes ${range.from}-${range.to}/${length}`;
}
