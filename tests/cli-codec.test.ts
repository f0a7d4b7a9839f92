import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "@jest/globals";
import { toBase64, toHex } from "../core/bytes.js";
import { type KindName, kindNames, textKinds } from "../cli/codec/names.js";
import { encodeHandshake } from "../protocol/noise/messages.js";
import * as samples from "./codecs/samples.js";
import { fixtureMessage } from "./codecs/roster.js";
import { inFolder, interop, startInterop } from "./support/interop.js";

const [payload = new Uint8Array(0), compressed = new Uint8Array(0)] = samples.payloads;
const inputs: Readonly<Record<KindName, readonly Uint8Array[]>> = {
  stanza: [payload],
  content: samples.contents,
  token: [samples.token],
  enlistment: [samples.enlistment],
  pkmsg: [fixtureMessage("pkmsg")],
  msg: [fixtureMessage("msg")],
  skmsg: [samples.groupMessage],
  handshake: [samples.handshake, encodeHandshake({ kind: "clientHello", fields: { ephemeral: new Uint8Array(32) } })],
  "client-payload": [samples.clientPayload],
  certificates: [samples.certificate.chain],
};

const given = (kind: KindName, bytes: Uint8Array): string =>
  textKinds.has(kind) ? Buffer.from(bytes).toString("latin1") : toHex(bytes);

describe.each(kindNames)("%s", (kind) => {
  it.each(inputs[kind])("is the same after decode and encode (%#)", async (bytes) => {
    const decoded = await interop("decode", kind, given(kind, bytes));
    const guessed = textKinds.has(kind) ? "" : "Took the input for hexadecimal; if it is not, give --from\n";
    expect([decoded.code, decoded.stderr]).toEqual([0, guessed]);
    const encoded = await interop("encode", kind, decoded.stdout);
    expect([encoded.code, encoded.stdout]).toEqual([0, `${given(kind, bytes)}\n`]);
  });

  it.each(inputs[kind])("is explained from its first to its last byte (%#)", async (bytes) => {
    const { code, stdout } = await interop("decode", kind, "--explain", given(kind, bytes));
    const offsets = stdout.split("\n").flatMap((line) => /^ +(\d+) /.exec(line)?.[1] ?? []);
    expect([code, offsets[0], offsets.length > 1]).toEqual([0, "0", true]);
    expect(stdout).not.toMatch(/^>|not read/m);
  });

  it("names the offset at which a cut input ends", async () => {
    const [bytes = new Uint8Array(0)] = inputs[kind];
    // The end of a form is its token, which may have any length.
    const cut = kind === "enlistment" ? bytes.subarray(0, 40) : bytes.subarray(0, -3);
    const { code, stderr } = await interop("decode", kind, given(kind, cut));
    expect([code, stderr]).toEqual([2, expect.stringMatching(/stopped at (?:byte|character) \d+ of \d+.*: .+\n$/)]);
  });
});

describe("decode", () => {
  it("reads hexadecimal with white space, base64, files and pipes", async () => {
    const { stdout } = await interop("decode", "stanza", toHex(payload));
    const spaced = toHex(payload).replaceAll(/../g, "$& ");
    expect((await interop("decode", "stanza", spaced)).stdout).toBe(stdout);
    expect((await interop("decode", "stanza", toBase64(payload))).stdout).toBe(stdout);
    expect((await startInterop(["decode", "stanza"], {}, { stdin: Readable.from([payload]) }).finished).stdout).toBe(
      stdout,
    );
    await inFolder(async (folder) => {
      const file = join(folder, "frame");
      writeFileSync(file, payload);
      expect((await interop("decode", "stanza", "--file", file, "--from", "raw")).stdout).toBe(stdout);
    });
  });

  it("shows what a compressed stanza inflates to", async () => {
    const { stdout } = await interop("decode", "stanza", "--explain", toHex(compressed));
    expect(stdout).toContain("flag: the rest is a zlib stream");
    expect(stdout).toContain('tag: "message", word 19');
  });

  it("marks the byte at which it stopped", async () => {
    const broken = Uint8Array.from(payload);
    broken[3] = 0xaa;
    broken[1] = 0xf9;
    const { code, stdout, stderr } = await interop("decode", "stanza", "--explain", toHex(broken));
    expect(code).toBe(2);
    expect(stdout).toMatch(/^> +\d+ .* not read$/m);
    expect(stderr).toMatch(/stopped at byte \d+ of \d+ \(.*\[[\da-f]{2}\].*\): /);
  });

  it("refuses what is neither hexadecimal nor base64 by the character", async () => {
    const { code, stderr } = await interop("decode", "stanza", "--from", "hex", "00f8xx");
    expect([code, stderr]).toEqual([2, expect.stringContaining('found "x" at character 4; wanted hexadecimal digits')]);
  });
});

describe("encode", () => {
  const ping = '<iq id="1" to="s.whatsapp.net" type="get" xmlns="w:p"/>';

  it("turns XML into JSON and back", async () => {
    const json = await interop("encode", "stanza", "--to", "json", ping);
    expect(JSON.parse(json.stdout)).toMatchObject({ tag: "iq", attrs: { xmlns: "w:p" } });
    expect((await interop("encode", "stanza", "--to", "xml", json.stdout)).stdout).toBe(`${ping}\n`);
    expect((await interop("encode", "stanza", json.stdout)).stdout).toBe(
      (await interop("encode", "stanza", ping)).stdout,
    );
  });

  it("leaves the flag byte out, deflates, pads", async () => {
    const whole = (await interop("encode", "stanza", ping)).stdout;
    expect(`00${(await interop("encode", "stanza", "--bare", ping)).stdout}`).toBe(whole);
    expect((await interop("encode", "stanza", "--compress", ping)).stdout).toMatch(/^0278/);
    const padded = await interop("encode", "content", "--pad", "3", '{"conversation": "Hello"}');
    expect(padded.stdout).toBe("0a0548656c6c6f030303\n");
  });

  it("names the member or the place of what it cannot write", async () => {
    const wrong = await interop("encode", "content", '{"imageMessage": {}}');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining("imageMessage, wanted a field of content.Message"),
    ]);
    const xml = await interop("encode", "stanza", "<iq");
    expect([xml.code, xml.stderr]).toEqual([2, expect.stringMatching(/^interop: Encoding a stanza: Read XML: /)]);
    const json = await interop("encode", "token", "{");
    expect([json.code, json.stderr]).toEqual([2, expect.stringContaining("position")]);
  });
});
