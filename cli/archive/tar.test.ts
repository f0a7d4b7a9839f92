import { execFileSync } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Headers, pack } from "tar-stream";
import { CliError } from "../errors.js";
import { readTar, writeTar } from "./tar.js";

const time = 1_700_000_000_000;

function archiveOf(...entries: readonly (Headers & { readonly pax?: object })[]): Promise<Buffer> {
  const archive = pack();
  for (const entry of entries) {
    if (entry.type === undefined) archive.entry(entry, "hello");
    else archive.entry(entry);
  }
  archive.finalize();
  return buffer(archive);
}

describe("tar", () => {
  it("comes back as it was written, the same bytes each time", async () => {
    const name = fc.stringMatching(/^[a-z][a-z.-]{0,20}$/);
    const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 2000 })), { selector: ([key]) => key });
    await fc.assert(
      fc.asyncProperty(files, async (entries) => {
        const archive = await writeTar(new Map(entries), time);
        // Jest compares bytes one by one, which takes far longer.
        const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
        expect(hex(await writeTar(new Map(entries), time))).toBe(hex(archive));
        expect([...(await readTar(archive))].map(([key, bytes]) => [key, hex(bytes)])).toEqual(
          entries.map(([key, bytes]) => [key, hex(bytes)]),
        );
      }),
    );
  });

  it("is what the tar of the system reads", async () => {
    const archive = await writeTar(new Map([["a.txt", Buffer.from("hello")]]), time);
    expect(execFileSync("tar", ["-xOf", "-", "a.txt"], { input: archive, encoding: "utf8" })).toBe("hello");
  });

  it.each<readonly [string, () => Promise<Buffer>]>([
    ["a path", () => archiveOf({ name: "../../etc/passwd" })],
    ["an absolute path", () => archiveOf({ name: "/etc/passwd" })],
    ["a hidden file", () => archiveOf({ name: ".npmrc" })],
    ["a long path", () => archiveOf({ name: `${"a/".repeat(200)}b` })],
    ["a link", () => archiveOf({ name: "a", type: "symlink", linkname: "/etc/passwd" })],
    ["a hard link", () => archiveOf({ name: "a", type: "link", linkname: "b" })],
    ["a folder", () => archiveOf({ name: "a", type: "directory" })],
    ["a device", () => archiveOf({ name: "a", type: "character-device" })],
    ["a name in an extended header", () => archiveOf({ name: "a", pax: { path: "b" } })],
    ["a size that is no number", () => archiveOf({ name: "a", pax: { size: "x" } })],
    ["a size beyond the archive", () => archiveOf({ name: "a", pax: { size: "1000000000000" } })],
    ["a file twice", () => archiveOf({ name: "a" }, { name: "a" })],
    ["too many files", () => archiveOf(...Array.from({ length: 65 }, (_, index) => ({ name: `f${index}` })))],
    ["a file cut off", async () => (await archiveOf({ name: "a" })).subarray(0, 514)],
    ["a header cut off", async () => (await archiveOf({ name: "a" })).subarray(0, 100)],
  ])("refuses %s", async (_name, archive) => {
    await expect(readTar(await archive())).rejects.toMatchObject({ code: "bundle-malformed" });
  });

  it("throws nothing but its own error on anything else", async () => {
    const whole = await archiveOf({ name: "a" }, { name: "b" });
    const damaged = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length)).map(([at, byte, length]) => {
      const copy = Buffer.from(whole);
      copy[at] = byte;
      return copy.subarray(0, length);
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 2000 })), async (bytes) => {
        await readTar(Buffer.from(bytes)).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(CliError));
      }),
    );
  });
});
