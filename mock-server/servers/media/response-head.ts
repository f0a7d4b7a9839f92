import { HttpCallError } from "../../http/errors.js";

export interface ResponseHead {
  readonly status: number;
  /** Lower-case names; repeated ones are joined. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How the end of a body is found (RFC 9112, section 6.3). */
export type Framing = { readonly length: number } | "chunked" | "until-close";

const statusLine = /^HTTP\/1\.[01] ([1-5]\d{2})(?: [^\r\n]*)?$/;
const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
const maximumHeaders = 100;

/** @throws HttpCallError `http-bad-answer` */
export function parseHead(text: string): ResponseHead {
  const [first = "", ...lines] = text.split("\r\n");
  const status = statusLine.exec(first)?.[1];
  if (status === undefined) throw badAnswer(`the status line "${first.slice(0, 80)}"`, "one of HTTP/1.1");
  if (lines.length > maximumHeaders) throw badAnswer(`${lines.length} headers`, `at most ${maximumHeaders}`);
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon));
    if (!headerName.test(name) || /[\r\n]/.test(line)) {
      throw badAnswer(`the header line "${line.slice(0, 80)}"`, "a name and a value");
    }
    const key = name.toLowerCase();
    const value = withoutWhiteSpace(line.slice(colon + 1));
    headers[key] = Object.hasOwn(headers, key) ? `${headers[key]}, ${value}` : value;
  }
  return { status: Number(status), headers };
}

/** Takes spaces and tabs off both ends. No pattern: one for the whole line took cubic time over a long run of them. */
function withoutWhiteSpace(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === " " || text[start] === "\t") start++;
  while (end > start && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return text.slice(start, end);
}

/** @throws HttpCallError `http-bad-answer` for a head that leaves it open. */
export function framingOf({ status, headers }: ResponseHead, method: string): Framing {
  if (method === "HEAD" || status === 204 || status === 304) return { length: 0 };
  const coding = headers["transfer-encoding"];
  const length = headers["content-length"];
  if (coding !== undefined) {
    if (coding.toLowerCase() !== "chunked")
      throw badAnswer(`transfer coding "${coding.slice(0, 80)}"`, "chunked or none");
    if (length !== undefined) throw badAnswer("both a length and chunks", "one of them");
    return "chunked";
  }
  if (length === undefined) return "until-close";
  if (!/^\d{1,15}$/.test(length)) throw badAnswer(`Content-Length "${length.slice(0, 80)}"`, "one number");
  return { length: Number(length) };
}

export function badAnswer(found: string, wanted: string): HttpCallError {
  return new HttpCallError("http-bad-answer", `Read the answer of the media host: found ${found}, wanted ${wanted}`);
}
