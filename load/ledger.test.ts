import { describe, expect, test } from "@jest/globals";
import { type Chat, Ledger } from "./ledger.js";

const chat: Chat = { pair: 0, direction: "in" };

/** A ledger in which so many messages were accepted, with their texts. */
function withTaken(count: number, of: Chat = chat): { readonly ledger: Ledger; readonly texts: readonly string[] } {
  const ledger = new Ledger("run");
  const texts = Array.from({ length: count }, () => {
    const { n, text } = ledger.next(of);
    ledger.taken(of, n);
    return text;
  });
  return { ledger, texts };
}

function kinds(ledger: Ledger): readonly string[] {
  return ledger.findings().map(({ kind }) => kind);
}

describe("the ledger", () => {
  test("finds nothing when each message is shown once, in order, with a receipt", () => {
    const { ledger, texts } = withTaken(3);
    expect(ledger.open).toBe(3);
    texts.forEach((text, n) => {
      expect(ledger.shown(chat, text)).toBe(n);
      expect(ledger.receipt(chat, n)).toBe(true);
    });
    expect(ledger.open).toBe(0);
    expect(ledger.findings()).toEqual([]);
  });

  test("names a message that was accepted and never shown", () => {
    const { ledger, texts } = withTaken(2);
    ledger.shown(chat, texts[1] ?? "");
    ledger.receipt(chat, 0);
    ledger.receipt(chat, 1);
    expect(ledger.open).toBe(1);
    expect(ledger.findings()).toEqual([
      { kind: "lost", message: "to provider's user 0, message 0: accepted, but never shown" },
    ]);
  });

  test("does not expect what the server has not accepted", () => {
    const ledger = new Ledger("run");
    ledger.next(chat);
    expect([ledger.open, kinds(ledger)]).toEqual([0, []]);
  });

  test("names a message that is shown twice, and one that comes after a later one", () => {
    const { ledger, texts } = withTaken(2, { ...chat, direction: "out" });
    for (const at of [1, 0, 1]) ledger.shown({ ...chat, direction: "out" }, texts[at] ?? "");
    expect(kinds(ledger)).toEqual(["reordered", "twice"]);
  });

  test("knows a message that is shown before the server's answer arrives", () => {
    const ledger = new Ledger("run");
    const out: Chat = { pair: 3, direction: "out" };
    const { n, text } = ledger.next(out);
    ledger.shown(out, text);
    ledger.taken(out, n);
    expect([ledger.open, kinds(ledger)]).toEqual([0, []]);
  });

  test("does not know texts of other chats, other runs, and of messages that were never sent", () => {
    const { ledger, texts } = withTaken(1);
    for (const text of ["hello", "load run in 0 1", "load old in 0 0", texts[0] ?? ""]) {
      ledger.shown({ pair: 1, direction: "in" }, text);
    }
    expect(kinds(ledger)).toEqual(["foreign", "foreign", "foreign", "foreign", "lost"]);
  });

  test("wants a receipt for what a provider shows, and none for what it sends", () => {
    const { ledger, texts } = withTaken(1);
    ledger.shown(chat, texts[0] ?? "");
    expect(kinds(ledger)).toEqual(["unreceipted"]);
    expect(ledger.receipt(chat, 0)).toBe(true);
    expect(ledger.receipt(chat, 0)).toBe(false);
    expect(kinds(ledger)).toEqual([]);
  });
});
