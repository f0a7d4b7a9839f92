import { describe, expect, test } from "@jest/globals";
import type { Method } from "../../harness/driver/methods.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import { form, problemOf, question } from "./card.js";
import { isStepMethod, stepFor } from "./steps.js";

const [login, bob] = ["900-1@interop", "999043890517@s.whatsapp.net"];
const user = { id: "alice", login, textOf: (id: string) => (id === "M1" ? "Hello" : undefined) };

function entries(...list: readonly object[]): readonly TraceEntry[] {
  return list.map((members, at) => ({
    seq: at + 1,
    at,
    scenario: "s",
    by: "provider",
    ...members,
  })) as unknown as TraceEntry[];
}

function stanza(direction: "in" | "out", tag: string, attrs: object, children: readonly object[] = []): object {
  return { kind: "stanza", account: login, direction, node: { tag, attrs, children } };
}

function step(method: Method, params: object) {
  if (!isStepMethod(method)) throw new Error(`No step: ${method}`);
  return stepFor(method, params, user);
}

const ok = (result: object = {}): object => ({ ok: true, result });
const block = stanza("in", "iq", { type: "set", xmlns: "w:interop", id: "7" }, [
  { tag: "blocklist", attrs: {}, children: [{ tag: "item", attrs: { jid: bob } }] },
]);
const closed = { kind: "connection", connection: "c1", event: "closed", reason: "1006" };
const opened = { kind: "connection", connection: "c1", event: "opened" };

describe("how the wire shows a step", () => {
  test.each<[Method, object, readonly object[], object | undefined]>([
    ["user.enlist", {}, [{ kind: "enlistment", outcome: { login } }], ok({ login })],
    [
      "user.enlist",
      {},
      [{ kind: "enlistment", outcome: { reason: "bad_token" } }],
      { ok: false, code: "enlistment-rejected" },
    ],
    ["user.connect", {}, [{ kind: "login", account: login, connection: "c1", outcome: "accepted" }], ok()],
    [
      "user.connect",
      {},
      [{ kind: "login", account: "900-2@interop", connection: "c1", outcome: "accepted" }],
      undefined,
    ],
    [
      "user.connect",
      {},
      [{ kind: "login", account: login, outcome: "refused", reason: "401" }],
      { ok: false, code: "login-refused" },
    ],
    ["user.connect", {}, [opened, closed], { ok: false, code: "connect-failed" }],
    // A connection from before the step.
    ["user.connect", {}, [closed], undefined],
    ["user.disconnect", {}, [closed], ok()],
    [
      "message.send",
      { to: bob, content: { type: "text", text: "Hi" } },
      [stanza("in", "message", { to: bob, id: "A" })],
      ok({ id: "A" }),
    ],
    [
      "message.send",
      { to: bob, content: { type: "text", text: "Hi" } },
      [stanza("in", "message", { to: "1@lid", id: "A" })],
      undefined,
    ],
    [
      "message.react",
      { to: bob, target: { id: "M1" }, emoji: "👍" },
      [stanza("in", "message", { to: bob, id: "B" })],
      ok({ id: "B" }),
    ],
    ["message.read", { from: bob, ids: ["M1"] }, [stanza("in", "receipt", { id: "M1" })], undefined],
    ["message.read", { from: bob, ids: ["M1"] }, [stanza("in", "receipt", { id: "M1", type: "read" })], ok()],
    [
      "message.typing",
      { to: bob, state: "paused" },
      [stanza("in", "chatstate", { to: bob }, [{ tag: "composing" }])],
      undefined,
    ],
    [
      "message.typing",
      { to: bob, state: "paused" },
      [stanza("in", "chatstate", { to: bob }, [{ tag: "paused" }])],
      ok(),
    ],
    ["contact.block", { contact: bob }, [block], undefined],
    ["contact.block", { contact: bob }, [block, stanza("out", "iq", { type: "result", id: "7" })], ok()],
    [
      "contact.block",
      { contact: bob },
      [block, stanza("out", "iq", { type: "error", id: "7" })],
      { ok: false, code: "request-refused" },
    ],
    ["contact.block", { contact: "1@lid" }, [block, stanza("out", "iq", { type: "result", id: "7" })], undefined],
    ["contact.blocklist", {}, [block, stanza("out", "iq", { type: "result", id: "7" })], undefined],
    [
      "user.delete",
      {},
      [stanza("in", "iq", { type: "set", xmlns: "w:p", id: "7" }), stanza("out", "iq", { id: "7" })],
      undefined,
    ],
  ])("%s %j", (method, params, list, outcome) => {
    const found = step(method, params).seen(entries(...list));
    if (outcome === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(outcome);
  });
});

test("a step says what to type, and to whom", () => {
  const { card } = step("message.send", { to: bob, content: { type: "text", text: "Hi" }, replyTo: { id: "M1" } });
  expect(card.lines.join(" ")).toContain(`to +999043890517 (${bob}). Send it as a reply to “Hello”.`);
  expect(card.values).toMatchObject([{ value: "+999043890517" }, { label: "Text", value: "Hi" }]);
});

test("a file is offered under its name", () => {
  const content = { type: "document", data: "AAEC", mimetype: "application/pdf", fileName: "a.pdf" };
  expect(step("message.send", { to: bob, content }).card.file).toEqual({
    name: "a.pdf",
    mimetype: "application/pdf",
    data: "AAEC",
  });
});

test("an answer that does not fit its card is refused", () => {
  const field = { name: "url", label: "Key set", value: "", required: true, isUrl: true } as const;
  const card = form("Start", [], [field]);
  const answer = (url: string) => problemOf(card, { choice: "done", fields: { url } });
  expect(answer("https://host/jwks")).toBeUndefined();
  expect([answer(""), answer("host/jwks"), answer("http://:")].map((problem) => problem?.slice(0, 8))).toEqual(
    Array.from({ length: 3 }, () => "Key set:"),
  );
  expect(problemOf(question("?", []), { choice: "maybe", fields: {} })).toBe("Wanted one of yes, no");
});
