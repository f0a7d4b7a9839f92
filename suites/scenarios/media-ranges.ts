import type { ByteRange } from "../../protocol/media/range.js";
import { check, type Check, type CheckRow, type EntryOf, type Trace } from "../kit/index.js";
import { bodyOf, firstWhole, isRanged, isThere, laterAnswers, mediaHost } from "./media-host.js";

type Http = EntryOf<"http">;

/** What a `Range` header asks for: parts of the file, nothing that it has, or nothing that a server must know. */
export type Asked = readonly [ByteRange, ...ByteRange[]] | "unsatisfiable" | "unknown-unit" | "invalid";

/** Reads `Range` for a file of `length` bytes as RFC 9110, section 14, has it. */
export function askedFor(header: string, length: number): Asked {
  const [, unit = "", set = ""] = /^([!#$%&'*+.^_`|~\w-]+)=(.+)$/.exec(header) ?? [];
  if (unit === "") return "invalid";
  if (unit.toLowerCase() !== "bytes") return "unknown-unit";
  const parts: ByteRange[] = [];
  for (const spec of set
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "")) {
    const [, first = "", last = ""] = /^(\d*)-(\d*)$/.exec(spec) ?? [];
    if (first === "" && last === "") return "invalid";
    if (first !== "" && last !== "" && Number(last) < Number(first)) return "invalid";
    const from = first === "" ? Math.max(0, length - Number(last)) : Number(first);
    const to = first === "" || last === "" ? length - 1 : Math.min(Number(last), length - 1);
    if (from < length) parts.push({ from, to });
  }
  const [some, ...others] = parts;
  return some === undefined ? "unsatisfiable" : [some, ...others];
}

export interface RangeAnswer {
  readonly entry: Http;
  /** The header as it was sent. */
  readonly header: string;
  readonly asked: Asked;
}

/** Answers to ranges without a condition. */
export function rangeAnswers(trace: Trace): readonly RangeAnswer[] {
  const length = firstWhole(trace)?.response.digest?.bytes ?? 0;
  return laterAnswers(trace, isRanged)
    .filter(isThere)
    .map((entry) => {
      const header = trace.http.counterpart(entry)?.headers["range"] ?? "";
      return { entry, header, asked: askedFor(header, length) };
    });
}

/** Answers to one range of the file that it has. */
export function singleParts(trace: Trace): readonly (RangeAnswer & { readonly at: ByteRange })[] {
  return rangeAnswers(trace).flatMap((each) =>
    typeof each.asked !== "string" && each.asked.length === 1 ? [{ ...each, at: each.asked[0] }] : [],
  );
}

/** The file that the parts are compared with. */
export function wholeFile(trace: Trace): Uint8Array {
  const first = firstWhole(trace);
  return first === undefined ? new Uint8Array() : bodyOf(first.response);
}

/** The bytes that a part states to be; undefined when it does not say. The whole length may be left open (section 14.4). */
export function statedPart(contentRangeHeader: string | undefined, length: number): ByteRange | undefined {
  const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(contentRangeHeader ?? "") ?? [];
  if (first === undefined || last === undefined || (whole !== "*" && Number(whole) !== length)) return undefined;
  return Number(first) <= Number(last) && Number(last) < length ? { from: Number(first), to: Number(last) } : undefined;
}

/** A rule for the status of answers to some ranges. */
export function answersRanges(
  id: string,
  row: CheckRow & { readonly fits: (asked: Asked) => boolean; readonly statuses: (asked: Asked) => readonly number[] },
): Check {
  return check(id, {
    ...row,
    scenario: mediaHost,
    reached: (trace) =>
      rangeAnswers(trace)
        .filter(({ asked }) => row.fits(asked))
        .map(({ entry }) => entry),
    judge({ expect, reached, trace }) {
      for (const { entry, header, asked } of rangeAnswers(trace)) {
        if (reached.includes(entry)) expect(`status of ${header}`, entry.status, entry).isOneOf(row.statuses(asked));
      }
    },
  });
}

/** The parts of an answer to several ranges; undefined when they cannot be read. Near ones may come as one. */
export function partsOf(
  entry: Http,
  length: number,
): readonly { readonly at: ByteRange; readonly bytes: Uint8Array }[] | undefined {
  const { "content-type": type = "", "content-range": said } = entry.headers;
  const body = Buffer.from(bodyOf(entry));
  const [, quoted, bare] = /^multipart\/byteranges\s*;.*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) {
    const at = statedPart(said, length);
    return at === undefined ? undefined : [{ at, bytes: body }];
  }
  const pieces = `\r\n${body.toString("latin1")}`.split(`\r\n--${boundary}`).slice(1);
  if (pieces.length < 2 || !pieces.at(-1)?.startsWith("--")) return undefined;
  const parts = pieces.slice(0, -1).map((piece) => {
    const end = piece.indexOf("\r\n\r\n");
    const place = /^content-range:\s*(.*?)\s*$/im.exec(piece.slice(0, end))?.[1];
    const at = statedPart(place, length);
    return end < 0 || at === undefined ? undefined : { at, bytes: Buffer.from(piece.slice(end + 4), "latin1") };
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
