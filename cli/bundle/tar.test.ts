import { execFileSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { CliError } from "../errors.js";
import { readTar, writeTar } from "./tar.js";

describe("tar", () => {
  it("comes back as it was written", () => {
    const name = fc.stringMatching(/^[a-z][a-z.-]{0,20}$/);
    const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 2000 })), { selector: ([key]) => key });
    fc.assert(
      fc.property(files, (entries) => {
        const read = readTar(writeTar(new Map(entries), 1_700_000_000));
        expect([...read].map(([key, bytes]) => [key, [...bytes]])).toEqual(
          entries.map(([key, bytes]) => [key, [...bytes]]),
        );
      }),
    );
  });

  it("is what the tar of the system reads", () => {
    const archive = writeTar(new Map([["a.txt", Buffer.from("hello")]]), 1_700_000_000);
    expect(execFileSync("tar", ["-xOf", "-", "a.txt"], { input: archive, encoding: "utf8" })).toBe("hello");
  });

  it("throws nothing but its own error on anything else", () => {
    const whole = writeTar(new Map([["a", Buffer.from("hello")]]), 0);
    const damaged = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length)).map(([at, byte, length]) => {
      const copy = Buffer.from(whole);
      copy[at] = byte;
      return copy.subarray(0, length);
    });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 2000 })), (bytes) => {
        try {
          readTar(Buffer.from(bytes));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(CliError);
        }
      }),
    );
  });
});
