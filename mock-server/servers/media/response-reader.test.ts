import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { concat, utf8 } from "../../../core/bytes.js";
import { HttpCallError } from "../../http/errors.js";
import type { ResponseHead } from "./response-reader.js";
import { ResponseReader } from "./response-reader.js";

interface Outcome {
  readonly head: ResponseHead | undefined;
  readonly body: string;
  readonly ended: boolean;
}

/** Reads `text` in pieces of `width` bytes and then closes. */
function readAll(text: string, { method = "GET", width = 1000 } = {}): Outcome {
  let head: ResponseHead | undefined;
  let ended = false;
  const pieces: Uint8Array[] = [];
  const reader = new ResponseReader(method, {
    head: (found) => void (head = found),
    body: (piece) => void pieces.push(Uint8Array.from(piece)),
    end: () => void (ended = true),
  });
  const bytes = utf8(text);
  for (let at = 0; at < bytes.length; at += width) reader.read(bytes.subarray(at, at + width));
  reader.close();
  return { head, body: new TextDecoder().decode(concat(...pieces)), ended };
}

const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

describe.each([1, 2, 7, 1000])("in pieces of %d bytes", (width) => {
  test.each<[string, string, string]>([
    ["a length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello"],
    ["no body", "HTTP/1.1 404 Not Found\r\ncontent-length:0\r\n\r\n", ""],
    ["chunks", `${chunked}3\r\nhel\r\n2;name=x\r\nlo\r\n0\r\n\r\n`, "hello"],
    ["a trailer", `${chunked}5\r\nhello\r\n0\r\nX: y\r\n\r\n`, "hello"],
    ["until the end", "HTTP/1.0 200 OK\r\n\r\nhello", "hello"],
    [
      "an interim answer",
      "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
      "x",
    ],
    ["something after the end", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxyz", "x"],
  ])("%s", (_, text, body) => {
    expect(readAll(text, { width })).toMatchObject({ body, ended: true });
  });
});

test("headers are joined, and HEAD has no body", () => {
  const text = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a: 2 \r\n\r\n";
  expect(readAll(text, { method: "HEAD" })).toEqual({
    head: { status: 200, headers: { "content-length": "5", "x-a": "1, 2" } },
    body: "",
    ended: true,
  });
});

test("a body behind the head of an answer to HEAD is refused", () => {
  const text = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
  expect(() => readAll(text, { method: "HEAD" })).toThrow(expect.objectContaining({ code: "http-bad-answer" }));
});

test("white space around a value is no part of it, in linear time", () => {
  const blank = " \t".repeat(2000);
  expect(readAll(`HTTP/1.1 200 OK\r\nA:${blank}x${blank}y${blank}\r\n\r\n`).head?.headers).toEqual({ a: `x${blank}y` });
  // A line feed alone ends no line. A pattern that tried every division of the spaces took minutes over this one.
  const unending = `HTTP/1.1 200 OK\r\nA:${blank}\n\r\n\r\n`;
  expect(() => readAll(unending)).toThrow(expect.objectContaining({ code: "http-bad-answer" }));
});

describe("refused", () => {
  test.each<[string, string, string]>([
    ["another protocol", "SSH-2.0-x\r\n\r\n", "http-bad-answer"],
    ["a line without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", "http-bad-answer"],
    ["a folded line", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", "http-bad-answer"],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", "http-bad-answer"],
    ["length and chunks", `${chunked.slice(0, -2)}Content-Length: 5\r\n\r\n`, "http-bad-answer"],
    ["a chunk size that is none", `${chunked}xyz\r\n`, "http-bad-answer"],
    ["a chunk that goes on", `${chunked}1\r\nab\r\n`, "http-bad-answer"],
    ["a head without end", `HTTP/1.1 200 OK\r\nA: ${"x".repeat(20_000)}`, "http-bad-answer"],
    ["a short body", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", "http-cut-short"],
    ["chunks without end", `${chunked}5\r\nhello\r\n`, "http-cut-short"],
    ["nothing", "", "http-cut-short"],
  ])("%s", (_, text, code) => {
    expect(() => readAll(text)).toThrow(expect.objectContaining({ code }));
  });

  test("random bytes, with nothing but an error of ours", () => {
    const heads = fc.constantFrom("", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\n\r\n", chunked);
    fc.assert(
      fc.property(heads, fc.string(), (head, rest) => {
        try {
          readAll(head + rest);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(HttpCallError);
        }
      }),
    );
  });
});
