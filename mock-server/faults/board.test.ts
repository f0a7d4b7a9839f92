import { describe, expect, test } from "@jest/globals";
import { faults } from "../../faults/index.js";
import type { Json } from "../../harness/model/trace.js";
import type { FaultRequest } from "../../harness/ports/faults.js";
import { node } from "../../protocol/stanza/node.js";
import { seededRandom } from "../../runtime/random.js";
import { createJournal } from "../journal/journal.js";
import { stillClock } from "../testing/rig.js";
import { createFaultBoard } from "./board.js";

function setup() {
  const journal = createJournal({ clock: stillClock() });
  return { journal, board: createFaultBoard({ journal, random: seededRandom("faults") }) };
}

const here = { accounts: ["900-1@interop", "ada"], connection: "c1" };
const answer = node("iq", { id: "7", type: "result" });

describe("the tables", () => {
  test("has every fault under its own id, with a sentence", () => {
    for (const [id, fault] of Object.entries(faults)) {
      expect(fault.id).toBe(id);
      expect(fault.sentence).toMatch(/^[A-Z][^.]+$/);
    }
  });
});

describe("arming", () => {
  const codeOf = (request: FaultRequest): unknown => {
    try {
      setup().board.arm(request);
      return "armed";
    } catch (thrown) {
      return (thrown as { code?: unknown }).code;
    }
  };

  test("refuses unknown faults and wrong parameters", () => {
    const cases: readonly [FaultRequest["fault"], Record<string, Json>, string][] = [
      ["padding-length", { length: 16 }, "armed"],
      ["padding-length", { length: 17 }, "bad-fault-parameter"],
      ["padding-length", { length: "3" }, "bad-fault-parameter"],
      ["padding-length", {}, "bad-fault-parameter"],
      ["padding-length", { length: 3, more: 1 }, "bad-fault-parameter"],
      ["server-hello-tampered", { part: "ephemeral" }, "bad-fault-parameter"],
      ["message-ack-error", { error: 479 }, "armed"],
      ["message-ack-error", { error: "none" }, "bad-fault-parameter"],
      ["login-failure", {}, "armed"],
      ["ping-unanswered", { constructor: 1 }, "bad-fault-parameter"],
      ["constructor" as FaultRequest["fault"], {}, "unknown-fault"],
    ];
    for (const [fault, params, expected] of cases)
      expect([fault, params, codeOf({ fault, params })]).toContain(expected);
  });

  test("is recorded with all parameters, including defaults", () => {
    const { board, journal } = setup();
    board.arm({ fault: "login-failure" });
    expect(journal.entries).toMatchObject([
      { kind: "fault", by: "harness", fault: "login-failure", event: "armed", params: { reason: "503" } },
    ]);
  });
});

describe("a hook", () => {
  test("returns its value unchanged when nothing is armed for it", () => {
    const { board, journal } = setup();
    board.arm({ fault: "ping-unanswered" });
    const frame = Uint8Array.of(1, 2, 3);
    expect(board.apply("frame", frame, here)).toBe(frame);
    expect(journal.entries).toHaveLength(1);
  });

  test("is acted on as often as asked for (default: once)", () => {
    const { board, journal } = setup();
    board.arm({ fault: "ping-unanswered" });
    expect(board.apply("ping-answer", answer, here)).toBeUndefined();
    expect(board.apply("ping-answer", answer, here)).toBe(answer);
    board.arm({ fault: "ping-unanswered", times: 2 });
    const seen = [1, 2, 3].map(() => board.apply("ping-answer", answer, here));
    expect(seen).toEqual([undefined, undefined, answer]);
    board.arm({ fault: "ping-unanswered", times: "always" });
    for (let round = 0; round < 10; round++) expect(board.apply("ping-answer", answer, here)).toBeUndefined();
    board.disarmAll();
    expect(board.apply("ping-answer", answer, here)).toBe(answer);
    const applied = journal.entries.filter((entry) => entry.kind === "fault" && entry.event === "applied");
    expect(applied).toHaveLength(13);
    expect(applied[0]).toMatchObject({ fault: "ping-unanswered", connection: "c1" });
  });

  test("is first left alone as often as asked for, not counting values that the fault cannot change", () => {
    const { board } = setup();
    board.arm({ fault: "ping-unanswered", skip: 2, account: "ada" });
    expect(board.armed()).toMatchObject([{ skip: 2, left: 1 }]);
    expect(board.apply("ping-answer", answer, { accounts: ["bob"] })).toBe(answer);
    const seen = [1, 2, 3, 4].map(() => board.apply("ping-answer", answer, here));
    expect(seen).toEqual([answer, answer, undefined, answer]);
    board.arm({ fault: "frames-coalesced", skip: 1 });
    const [one, two] = [[Uint8Array.of(1)], [Uint8Array.of(1), Uint8Array.of(2)]];
    expect([one, two, one, two].map((writes) => board.apply("writes", writes, here).length)).toEqual([1, 2, 1, 1]);
  });

  test("meets the same fault twice in a row, if it is armed twice", () => {
    const { board } = setup();
    const reasons = () => board.apply("login", undefined, here);
    board.arm({ fault: "login-failure", skip: 1, params: { reason: "500" } });
    board.arm({ fault: "login-failure", params: { reason: "503" } });
    expect([reasons(), reasons(), reasons()]).toEqual(["503", "500", undefined]);
  });

  test("is acted on for one account, by login or user id, and for any where none is known", () => {
    const { board } = setup();
    const reasonFor = (account: string, accounts?: readonly string[]) => {
      board.disarmAll();
      board.arm({ fault: "login-failure", account, params: { reason: "500" } });
      return board.apply("login", undefined, accounts === undefined ? {} : { accounts });
    };
    expect(reasonFor("ada", here.accounts)).toBe("500");
    expect(reasonFor("900-1@interop", here.accounts)).toBe("500");
    expect(reasonFor("bob", here.accounts)).toBeUndefined();
    expect(reasonFor("ada", [])).toBeUndefined();
    expect(reasonFor("ada")).toBe("500");
  });

  test("lets different faults act together, and the same one once at a time", () => {
    const { board } = setup();
    const sealed = { stanzas: [node("message", { id: "A" }, [node("enc", { type: "msg" }, Uint8Array.of(8))])] };
    board.arm({ fault: "ciphertext-corrupted" });
    board.arm({ fault: "ciphertext-corrupted" });
    board.arm({ fault: "message-duplicated" });
    const spoilt = node("message", { id: "A" }, [node("enc", { type: "msg" }, Uint8Array.of(9))]);
    const value = { ...sealed, content: new Uint8Array(), earlier: new Map(), held: 0, release: "behind" } as const;
    expect(board.apply("sealed", value, here).stanzas).toEqual([spoilt, spoilt]);
    expect(board.apply("sealed", value, here).stanzas).toEqual([spoilt]);
    expect(board.apply("sealed", value, here)).toBe(value);
  });

  test("meets, for a message that is encrypted again, only faults without a limit and those that acted on it before", () => {
    const { board } = setup();
    const value = { content: Uint8Array.of(1), padding: Uint8Array.of(1) };
    const seal = (messageId: string, again: boolean): boolean =>
      board.apply("plaintext", value, { ...here, messageId, again }) !== value;
    board.arm({ fault: "content-malformed", times: 2 });
    expect([seal("A", true), seal("B", false), seal("A", true), seal("B", true)]).toEqual([false, true, false, true]);
    board.arm({ fault: "content-malformed", times: "always" });
    expect(seal("C", true)).toBe(true);
  });

  test("keeps a fault that cannot change a value for the next one", () => {
    const { board } = setup();
    board.arm({ fault: "frames-coalesced" });
    const one = [Uint8Array.of(1)];
    expect(board.apply("writes", one, here)).toEqual(one);
    expect(board.apply("writes", [...one, Uint8Array.of(2, 3)], here)).toEqual([Uint8Array.of(1, 2, 3)]);
  });
});
