import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TraceEntry, TraceNode } from "../trace.js";
import { duration, entryWords, headline } from "./entry.js";
import { entryParts } from "./parts.js";
import { bytesOf, hexLines, runsOf, xmlText } from "./stanza.js";

function entry(members: object): TraceEntry {
  return { seq: 1, at: 1, scenario: "", by: "provider", ...members } as TraceEntry;
}

const key: TraceNode = { tag: "key", attrs: {}, bytes: "AQI=" };
const message: TraceNode = {
  tag: "message",
  attrs: { id: "3EB0", to: "999@s.whatsapp.net", type: "text" },
  children: [{ tag: "enc", attrs: { v: "2" }, bytes: "AQID" }],
};
const stanza = { kind: "stanza", connection: "c1", account: "900-1@interop", direction: "in", node: message, size: 61 };
const noted = {
  ...stanza,
  compressed: true,
  notes: ["x"],
  violations: [{ path: "message", message: "No", rule: "r" }],
};

describe("an entry in words", () => {
  test.each([
    [noted, '<message type="text"> with enc, 900-1@interop: 61 bytes, compressed, on c1'],
    [{ kind: "http", part: "request", method: "GET", server: "keys", url: "/keys" }, "GET (keys): /keys"],
    [{ kind: "http", part: "response", method: "GET", server: "keys", url: "/keys" }, "HTTP ? (keys): to GET /keys"],
    [
      { kind: "login", account: "a", connection: "c1", outcome: "refused", reason: "401" },
      "login refused with 401, a: on c1",
    ],
    [
      { kind: "opened", user: "u", from: "a", messageId: "M", of: 7, error: "bad-mac" },
      "could not open: bad-mac, u: message M of frame 7, from a",
    ],
    [{ kind: "driver", part: "request", method: "user.create" }, "user.create"],
    [{ kind: "clock", advancedMs: 90_000 }, "clock moved: 1 minute 30 seconds ahead"],
  ])("%j", (members, line) => {
    expect(headline(entryWords(entry(members)))).toBe(line);
  });

  test("says what happened without anything that differs between runs", () => {
    const other = {
      ...noted,
      account: "900-2@interop",
      connection: "c9",
      size: 70,
      node: { ...message, attrs: { ...message.attrs, id: "7" } },
    };
    expect(entryWords(entry(other)).what).toBe(entryWords(entry(noted)).what);
    expect(entryWords(entry(other)).about).not.toBe(entryWords(entry(noted)).about);
  });

  test("shows what is wrong first, and decrypted text as a quote", () => {
    const [first, second] = entryParts(entry(noted));
    expect([first, second]).toEqual([{ kind: "wrong", sentences: ["message: No [r]"] }, { kind: "stanza" }]);
    const opened = { kind: "opened", user: "u", content: { type: "text", text: "Hi", replyTo: { id: "1" } } };
    expect(entryParts(entry(opened))).toEqual([
      { kind: "quote", text: "Hi" },
      { kind: "fields", values: { replyTo: { id: "1" } } },
    ]);
    expect(entryWords(entry(opened)).opened).toBe("“Hi”");
  });
});

describe("a stanza as readable XML", () => {
  test("is indented, escaped, and has bytes in hex", () => {
    const node = {
      tag: "a",
      attrs: { x: '"<' },
      children: [{ tag: "b", attrs: {}, text: "&" }, key, { tag: "c", attrs: {} }],
    };
    expect(xmlText(node).split("\n")).toEqual([
      '<a x="&quot;&lt;">',
      "  <b>&amp;</b>",
      "  <key>0102</key>",
      "  <c/>",
      "</a>",
    ]);
  });

  test("cuts long content and counts similar siblings when limited", () => {
    const node = { tag: "list", attrs: {}, children: Array.from({ length: 800 }, () => key) };
    const limited = xmlText(node, { text: 5, bytes: 1 }).split("\n");
    expect(limited).toEqual([
      "<list>",
      ...Array.from({ length: 3 }, () => "  <key>01…</key>"),
      "  … 797 more <key>",
      "</list>",
    ]);
    expect(xmlText(node).split("\n")).toHaveLength(802);
    expect(runsOf([key, key, key, key])).toEqual([{ tag: "key", shown: [key, key, key, key], rest: [] }]);
  });

  test("never fails, whatever a trace from a file contains", () => {
    const text = fc.string();
    const leaf = fc.record(
      { tag: text, attrs: fc.dictionary(text, text), text, bytes: text },
      { requiredKeys: ["tag", "attrs"] },
    );
    const tree = fc.record({ tag: text, attrs: fc.dictionary(text, text), children: fc.array(leaf) });
    fc.assert(fc.property(fc.oneof(leaf, tree), (any) => expect(xmlText(any, { text: 5, bytes: 5 })).not.toBe("")));
    let deep: TraceNode = { tag: "n", attrs: {} };
    for (let depth = 0; depth < 100_000; depth++) deep = { tag: "n", attrs: {}, children: [deep] };
    expect(xmlText(deep)).toContain("…");
  });
});

test("a dump has offsets, hex and what can be printed", () => {
  expect(hexLines(Buffer.from("Hello, interop: a"))).toBe(
    ["0000  48 65 6c 6c 6f 2c 20 69 6e 74 65 72 6f 70 3a 20  Hello, interop: ", `0010  61 ${" ".repeat(45)} a`].join(
      "\n",
    ),
  );
  expect(bytesOf("not base64!")).toEqual(new Uint8Array(0));
});

test.each([
  [0, "0 ms"],
  [250, "250 ms"],
  [61_000, "1 minute 1 second"],
  [93_600_000, "1 day 2 hours"],
])("%d ms are %s", (ms, words) => {
  expect(duration(ms)).toBe(words);
});
