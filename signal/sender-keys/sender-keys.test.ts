import { describe, expect, test } from "@jest/globals";
import { utf8 } from "../../core/bytes.js";
import { seededRandom } from "../../runtime/random.js";
import type { SignalError } from "../errors.js";
import { createSenderKeys } from "./sender-keys.js";

// A foreign client reads and writes the same messages in tests/foreign/groups.test.ts.

const group = "1@g.us";

function pair(seed: string) {
  const [ada, ben] = [createSenderKeys(seededRandom(`${seed} ada`)), createSenderKeys(seededRandom(`${seed} ben`))];
  ben.process(group, "ada", ada.distribution(group));
  const say = (text: string): Uint8Array => ada.encrypt(group, utf8(text));
  const hear = (message: Uint8Array): string => new TextDecoder().decode(ben.decrypt(group, "ada", message));
  return { ada, ben, say, hear };
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return (thrown as SignalError).code;
  }
  return "nothing thrown";
}

describe("sender keys", () => {
  test("open messages in any order, each once", () => {
    const { say, hear } = pair("order");
    const [first, second, third] = ["one", "two", "three"].map(say);
    expect([third, first, second].map((message) => hear(message ?? new Uint8Array()))).toEqual(["three", "one", "two"]);
    expect(codeOf(() => hear(second ?? new Uint8Array()))).toBe("duplicate-message");
  });

  test("a distribution in the middle opens what comes after it only", () => {
    const { ada, say } = pair("middle");
    const before = say("before");
    const late = createSenderKeys(seededRandom("late"));
    late.process(group, "ada", ada.distribution(group));
    expect(new TextDecoder().decode(late.decrypt(group, "ada", say("after")))).toBe("after");
    expect(codeOf(() => late.decrypt(group, "ada", before))).toBe("duplicate-message");
  });

  test("a changed message is refused and moves nothing", () => {
    const { say, hear } = pair("changed");
    const message = say("sound");
    const forged = Uint8Array.from(message, (byte, index) => (index === 6 ? byte ^ 1 : byte));
    expect(codeOf(() => hear(forged))).not.toBe("nothing thrown");
    const cut = message.subarray(0, 50);
    expect(["malformed-message", "unsupported-version"]).toContain(codeOf(() => hear(cut)));
    expect(hear(message)).toBe("sound");
  });

  test("after a renewal the old distribution opens nothing more", () => {
    const { ada, ben, say, hear } = pair("renewal");
    expect(hear(say("before"))).toBe("before");
    ada.renew(group);
    const message = say("after");
    expect(codeOf(() => hear(message))).toBe("no-session");
    expect(codeOf(() => ben.process(group, "ada", utf8("?")))).toBe("malformed-message");
  });
});
