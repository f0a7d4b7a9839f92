import { expect, test } from "@jest/globals";
import { node, type StanzaNode } from "../../protocol/stanza/node.js";
import { Mailbox, type MailSpace } from "./mailbox.js";

const mebibyte = 2 ** 20;
const piece = new Uint8Array(mebibyte);
const letter = (id: string): StanzaNode => node("message", { id }, [node("enc", {}, piece)]);

function boxes(count: number): { readonly space: MailSpace; readonly all: readonly Mailbox[] } {
  const space = { bytes: 0 };
  const limits = { retentionMs: 1000, maximumMessages: 10_000, space };
  return { space, all: Array.from({ length: count }, () => new Mailbox(limits)) };
}

function fill(box: Mailbox, count: number): void {
  for (let number = 0; number < count; number++) box.add(letter(`L${number}`), "a", 0);
}

test("a mailbox holds 64 MiB, and drops the oldest", () => {
  const { all, space } = boxes(1);
  const [box] = all as [Mailbox];
  fill(box, 100);
  expect(box.size).toBe(63);
  expect(box.waiting(0).at(-1)?.attrs["id"]).toBe("L99");
  expect(space.bytes).toBeLessThanOrEqual(64 * mebibyte);
});

test("attributes count", () => {
  const { all } = boxes(1);
  const [box] = all as [Mailbox];
  for (let number = 0; number < 100; number++) {
    box.add(node("message", { id: String(number), x: "x".repeat(mebibyte) }), "a", 0);
  }
  expect(box.size).toBe(63);
});

test("all mailboxes together hold 256 MiB: one that gets more makes room itself", () => {
  const { all, space } = boxes(40);
  for (const box of all) fill(box, 10);
  expect(space.bytes).toBeLessThanOrEqual(256 * mebibyte);
  expect(space.bytes).toBeGreaterThan(250 * mebibyte);
  expect(all.slice(0, 25).map(({ size }) => size)).toEqual(Array(25).fill(10));
  expect(all.at(-1)?.size).toBe(0);
});

test("what leaves a mailbox leaves the common space", () => {
  const { all, space } = boxes(4);
  const [first, second, third, fourth] = all as [Mailbox, Mailbox, Mailbox, Mailbox];
  for (const box of all) fill(box, 2);
  first.clear();
  second.expire(1000);
  third.removeWhere(() => true);
  for (const id of ["L0", "L1"]) fourth.remove("message", "a", id);
  fourth.add(letter("twice"), "a", 0);
  fourth.add(letter("twice"), "a", 0);
  expect(space.bytes).toBeLessThan(2 * mebibyte);
  fourth.clear();
  expect(space.bytes).toBe(0);
});
