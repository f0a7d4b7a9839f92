import { expect, test } from "@jest/globals";
import type { TraceEntry } from "../../harness/model/trace.js";
import { askable } from "./askable.js";

const [login, bob] = ["900-1@interop", "999043890517@s.whatsapp.net"];
let seq = 0;

function entry(members: object): TraceEntry {
  seq += 1;
  return { seq, at: seq, scenario: "s", by: "harness", ...members } as TraceEntry;
}

function sealed(messageId: string, content: object): TraceEntry {
  return entry({ kind: "sealed", messageId, user: bob, to: login, content });
}

function out(tag: string, attrs: object, children: readonly object[] = []): TraceEntry {
  return entry({
    kind: "stanza",
    account: login,
    direction: "out",
    node: { tag, attrs: { from: bob, ...attrs }, children },
  });
}

function asked(...entries: readonly TraceEntry[]) {
  return askable(entries, login, new Set()).map(({ question, event }) => [question, event]);
}

test("a text that was delivered, once", () => {
  const text = sealed("M1", { type: "text", text: "Hello" });
  const event = { kind: "message", id: "M1", from: bob, content: { type: "text", text: "Hello" } };
  expect(asked(text)).toEqual([]);
  expect(asked(text, out("message", { id: "M1" }), out("message", { id: "M1" }))).toEqual([
    ["Does the app show “Hello”?", event],
  ]);
  expect(askable([text, out("message", { id: "M1" })], login, new Set(["message M1"]))).toEqual([]);
});

test("a reply names the author of what it answers", () => {
  const text = sealed("M2", { type: "text", text: "Yes", replyTo: { id: "A1", participant: login } });
  expect(asked(text, out("message", { id: "M2" }))).toMatchObject([
    [expect.any(String), { replyTo: { id: "A1", from: login } }],
  ]);
});

test.each([
  [true, bob],
  [false, login],
])("a reaction to a message of its own author: %s", (fromMe, from) => {
  const reaction = sealed("M3", { type: "reaction", target: { id: "M1", fromMe }, emoji: "👍" });
  const event = { kind: "reaction", target: { id: "M1", from }, from: bob, emoji: "👍" };
  expect(asked(reaction, out("message", { id: "M3" }))).toEqual([["Does the app show the reaction 👍?", event]]);
});

test("a file, by its digest", () => {
  const content = {
    type: "media",
    kind: "document",
    mimetype: "application/pdf",
    fileName: "a.pdf",
    fileLength: 7,
    fileSha256: "ab",
  };
  const file = { type: "document", mimetype: "application/pdf", fileName: "a.pdf", data: { bytes: 7, sha256: "ab" } };
  expect(asked(sealed("M4", content), out("message", { id: "M4" }))).toEqual([
    ["Does the app show the document?", { kind: "message", id: "M4", from: bob, content: file }],
  ]);
});

test.each([
  [{}, "delivered"],
  [{ type: "inactive" }, "delivered"],
  [{ type: "read" }, "read"],
])("a receipt %j, with the ids of its list", (attrs, type) => {
  const list = { tag: "list", attrs: {}, children: [{ tag: "item", attrs: { id: "B" } }] };
  expect(asked(out("receipt", { id: "A", ...attrs }, [list]))).toEqual([
    [`Is “A”, “B” marked as ${type}?`, { kind: "receipt", ids: ["A", "B"], from: bob, type }],
  ]);
});

test("a receipt of an unknown type is nothing that an app shows", () => {
  expect(asked(out("receipt", { id: "A", type: "pondered" }))).toEqual([]);
});

test("a receipt for a reaction is nothing that an app shows", () => {
  const opened = entry({ kind: "opened", messageId: "A", content: { type: "reaction" } });
  expect(asked(opened, out("receipt", { id: "A" }))).toEqual([]);
});

test("typing, a new identity key and a refusal", () => {
  const found = asked(
    out("chatstate", {}, [{ tag: "composing", attrs: {} }]),
    out("notification", { type: "encrypt" }, [{ tag: "identity", attrs: {} }]),
    out("ack", { class: "message", id: "A1", error: "479" }),
    out("ack", { class: "message", id: "A2" }),
  );
  expect(found.map(([, event]) => event)).toMatchObject([
    { kind: "typing", state: "composing" },
    { kind: "security-notice", contact: bob, reason: "identity-changed" },
    { kind: "error", code: "send-refused" },
  ]);
});

test("a new identity key that only a message shows", () => {
  const withKey = (id: string, identityKey: string) =>
    entry({
      kind: "sealed",
      messageId: id,
      user: bob,
      to: login,
      content: { type: "unknown" },
      inspection: { identityKey },
    });
  expect(asked(withKey("M5", "aa"), withKey("M6", "aa"))).toEqual([]);
  expect(asked(withKey("M5", "aa"), withKey("M6", "bb"))).toHaveLength(1);
});
