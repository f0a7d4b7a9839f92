import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TraceEntry } from "../../../harness/model/trace.js";
import { readEvents, writeEvent } from "../admin/contract/event-stream.js";
import { EventReader } from "./page/follow.js";
import { fits } from "./page/filters.js";
import { Stories } from "./page/stories.js";
import { hasTrouble, lineOf } from "./page/words.js";

const [user, account] = ["999@s.whatsapp.net", "900-1@interop"];

function entry(seq: number, members: object): TraceEntry {
  return { seq, at: seq, scenario: "", by: "harness", ...members } as TraceEntry;
}

const message = (seq: number, direction: "in" | "out", id: string): TraceEntry =>
  entry(seq, {
    kind: "stanza",
    connection: "c1",
    account,
    direction,
    node: { tag: "message", attrs: { id, type: "text" }, children: [{ tag: "enc", attrs: {} }] },
    violations: [],
    notes: [],
  });
const content = { type: "text", text: "Hello" };
const everything = {
  categories: new Set(["stanza", "http", "connection", "message", "control"] as const),
  direction: "",
  who: "",
  tag: "",
  text: "",
  trouble: false,
};

describe("events", () => {
  const some = [
    { id: 1, data: { text: "a\n\nb: c" } },
    { event: "missed", data: { count: 3 } },
    { id: 2, data: "ü" },
  ];
  const stream = `: still here\n\n${some.map(writeEvent).join("")}`;
  const wanted = some.map(({ event = "message", data }) => ({ event, data }));

  test("are read by the page wherever the stream is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
        const reader = new EventReader();
        const points = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const pieces = points.slice(1).map((end, index) => stream.slice(points[index], end));
        expect(pieces.flatMap((piece) => reader.read(piece))).toEqual(wanted);
      }),
    );
  });

  test("are read by the client wherever the bytes are cut", async () => {
    const bytes = new TextEncoder().encode(stream);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const found: unknown[] = [];
      const chunks = (async function* () {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut);
      })();
      for await (const { event, data } of readEvents(chunks)) found.push({ event, data: JSON.parse(data) });
      expect(found).toEqual(wanted);
    }
  });
});

describe("stories", () => {
  test("join a stanza with what was sealed into it, or opened out of it", () => {
    const stories = new Stories(100);
    stories.add(entry(1, { kind: "sealed", messageId: "A", user, to: account, content }));
    const out = stories.add(message(2, "out", "A")).begun;
    const sent = stories.add(message(3, "in", "B")).begun;
    const opened = entry(4, { kind: "opened", of: 3, messageId: "B", user, from: account, error: "bad-mac" });
    expect(stories.add(opened).changed).toBe(sent);
    expect(out && lineOf(out)).toMatchObject({ title: '<message type="text"> with enc', opened: "“Hello”" });
    expect(sent && hasTrouble(sent)).toBe(true);
    expect(out && hasTrouble(out)).toBe(false);
    expect(stories.list).toHaveLength(4);
  });

  test("join both halves of an exchange into one line", () => {
    const stories = new Stories(100);
    const half = { kind: "http", server: "keys", exchange: 7, method: "GET", url: "/keys", headers: {}, body: "" };
    const { begun } = stories.add(entry(1, { ...half, part: "request" }));
    expect(begun && lineOf(begun).title).toBe("GET …");
    expect(stories.add(entry(2, { ...half, part: "response", status: 500, by: "provider" })).changed).toBe(begun);
    expect(begun && [lineOf(begun).title, hasTrouble(begun)]).toEqual(["GET 500", true]);
    expect(stories.list).toHaveLength(1);
  });

  test("are forgotten beyond the limit, and counted", () => {
    const stories = new Stories(100);
    for (let seq = 1; seq <= 1000; seq++) stories.add(entry(seq, { kind: "clock", advancedMs: seq }));
    expect(stories.list.length).toBeLessThanOrEqual(110);
    expect(stories.list.length + stories.forgotten).toBe(1000);
    expect(stories.list.at(-1)?.entry.seq).toBe(1000);
    expect([stories.get(1), stories.get(1000)?.entry.seq]).toEqual([undefined, 1000]);
  });
});

describe("the filter", () => {
  const { begun: story } = new Stories(10).add(message(1, "in", "ABC"));

  test.each([
    [{}, true],
    [{ categories: new Set(["http"] as const) }, false],
    [{ direction: "in" }, true],
    [{ direction: "out" }, false],
    [{ tag: "enc" }, true],
    [{ tag: "en" }, false],
    [{ who: "900-1" }, true],
    [{ who: "c1" }, true],
    [{ who: "eve" }, false],
    [{ text: "abc" }, true],
    [{ text: "abd" }, false],
    [{ trouble: true }, false],
  ])("%j: %j", (wanted, expected) => {
    expect(story && fits(story, { ...everything, ...wanted })).toBe(expected);
  });
});
