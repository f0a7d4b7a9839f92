import { expect, test } from "@jest/globals";
import type { TraceEntry, TraceNode } from "../../harness/model/trace.js";
import { messagesIn } from "./stories.js";

const [user, account] = ["999@s.whatsapp.net", "900-1@interop"];
let seq = 0;

function entry(members: object): TraceEntry {
  return { seq: ++seq, at: seq, scenario: "", by: "harness", ...members } as TraceEntry;
}

function stanza(direction: "in" | "out", node: TraceNode): TraceEntry {
  return entry({ kind: "stanza", connection: "c1", account, direction, node, size: 1, notes: [], violations: [] });
}

const eventsOf = (entries: readonly TraceEntry[]) =>
  messagesIn(entries).map(({ id, events }) => [id, events.map(({ step }) => step)]);

test("a message of a WhatsApp user, asked for again and read with another", () => {
  const content = { type: "text", text: "Hello" };
  const sealed = { kind: "sealed", messageId: "A", user, to: account, content };
  const out: TraceNode = { tag: "message", attrs: { id: "A", from: user, type: "text" } };
  const list: TraceNode = { tag: "list", attrs: {}, children: [{ tag: "item", attrs: { id: "A" } }] };
  const entries = [
    entry(sealed),
    stanza("out", out),
    stanza("in", { tag: "receipt", attrs: { id: "A", to: user, type: "retry" } }),
    entry(sealed),
    stanza("out", out),
    stanza("in", { tag: "receipt", attrs: { id: "A", to: user } }),
    stanza("in", { tag: "receipt", attrs: { id: "B", to: user, type: "read" }, children: [list] }),
  ];
  const steps = ["sealed", "handed-over", "asked-again", "sealed", "handed-over", "delivered", "read"];
  expect(eventsOf(entries)).toEqual([["A", steps]]);
  expect(messagesIn(entries)).toMatchObject([{ id: "A", from: user, to: account, content }]);
});

test("a message of a provider's user that is refused, and one that cannot be opened", () => {
  const sent = (id: string) => stanza("in", { tag: "message", attrs: { id, to: user, type: "text" } });
  const ack = { class: "message", from: user };
  const entries = [
    sent("A"),
    stanza("out", { tag: "ack", attrs: { ...ack, id: "A", error: "487" } }),
    sent("B"),
    stanza("out", { tag: "ack", attrs: { ...ack, id: "B" } }),
    entry({ kind: "opened", of: seq, messageId: "B", user, from: account, error: "bad-mac" }),
  ];
  expect(eventsOf(entries)).toEqual([
    ["A", ["sent", "refused"]],
    ["B", ["sent", "accepted", "not-opened"]],
  ]);
  expect(messagesIn(entries).map(({ events }) => events.at(-1)?.error)).toEqual(["487", "bad-mac"]);
});

test("a file that is sound, and one that is not", () => {
  const media = { kind: "media", user, from: account, path: "/x" };
  const entries = ["A", "B"].flatMap((id) => [
    stanza("in", { tag: "message", attrs: { id, to: user, type: "media" } }),
    entry({ ...media, messageId: id, status: id === "A" ? 200 : 404, problems: [] }),
  ]);
  expect(eventsOf(entries)).toEqual([
    ["A", ["sent", "file-sound"]],
    ["B", ["sent", "file-unsound"]],
  ]);
});
