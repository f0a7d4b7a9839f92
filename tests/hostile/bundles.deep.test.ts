import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pack } from "tar-stream";
import { buffer } from "node:stream/consumers";
import { manifestOf } from "../../cli/archive/manifest.js";
import { readTar, writeTar } from "../../cli/archive/tar.js";
import type { RunInfo } from "../../harness/model/result.js";
import { folderForAll, interop } from "../support/interop.js";

const all = folderForAll();
const file = join(all.path, "b.tgz");
let honest: ReadonlyMap<string, Buffer>;
let signer: string;

beforeAll(async () => {
  const folder = join(all.path, "report");
  await interop("run", "--reference", "m1-identity/key-form", "--out", folder);
  const { stdout } = await interop("bundle", folder, "--partial", "--out", file);
  signer = /signed with the key (\S+)/.exec(stdout)?.[1] ?? "";
  honest = await readTar(gunzipSync(readFileSync(file)));
});
afterAll(all.remove);

type Files = ReadonlyMap<string, Buffer>;
const base64url = (text: string): string => Buffer.from(text).toString("base64url");
const packed = async (files: Files): Promise<Buffer> => gzipSync(await writeTar(files, 0));
const text = (files: Files, name: string): string => files.get(name)?.toString() ?? "";

/** The files with one changed, and a manifest that fits them again. */
function remade(name: string, change: (content: string) => string): Files {
  const files = new Map([...honest, [name, Buffer.from(change(text(honest, name)))]]);
  files.delete("manifest.json");
  files.delete("manifest.jws");
  const { run } = JSON.parse(text(honest, "report.json")) as { readonly run: RunInfo };
  return new Map([...files, ["manifest.json", Buffer.from(JSON.stringify(manifestOf(run, files)))]]);
}

/** A signature by a key of the forger's, whose public half is in the header. */
function signedAnew(
  files: Files,
  header: object = {},
  key?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
): Files {
  const pair = key ?? generateKeyPairSync("ed25519");
  const protectedHeader = base64url(
    JSON.stringify({ alg: "EdDSA", jwk: pair.publicKey.export({ format: "jwk" }), ...header }),
  );
  const signed = `${protectedHeader}.${(files.get("manifest.json") ?? Buffer.alloc(0)).toString("base64url")}`;
  const signature = sign(null, Buffer.from(signed), pair.privateKey).toString("base64url");
  return new Map([...files, ["manifest.jws", Buffer.from(`${protectedHeader}..${signature}`)]]);
}

/** The header says HMAC; its secret is the public key that the header shows. */
function signedByPublicKey(files: Files): Files {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const header = base64url(JSON.stringify({ alg: "HS256", jwk: publicKey.export({ format: "jwk" }) }));
  const signed = `${header}.${(files.get("manifest.json") ?? Buffer.alloc(0)).toString("base64url")}`;
  const mac = createHmac("sha256", publicKey.export({ format: "pem", type: "spki" }))
    .update(signed)
    .digest("base64url");
  return new Map([...files, ["manifest.jws", Buffer.from(`${header}..${mac}`)]]);
}

async function slipping(name: string): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name }, "x");
  archive.finalize();
  return gzipSync(await buffer(archive));
}

const lie = (content: string): string => content.replaceAll('"verdict": "pass"', '"verdict": "warn"');
const noTrace = (content: string): string => content.replace(/"profile":\{/, '"profile":7,"x":{');

/** What the file is instead, the exit code, and the words that say why. */
const attacks: Readonly<Record<string, readonly [make: () => Promise<Buffer> | Buffer, code: number, says: string]>> = {
  "a file changed": [() => packed(new Map([...honest, ["summary.md", Buffer.from("fine")]])), 1, "[bundle-changed]"],
  "a file left out": [
    () => packed(new Map([...honest].filter(([name]) => name !== "junit.xml"))),
    1,
    "[bundle-changed]",
  ],
  "a file added": [() => packed(new Map([...honest, ["extra.html", Buffer.from("x")]])), 1, "[bundle-changed]"],
  "the manifest made anew, the signature kept": [
    () =>
      packed(
        new Map([...remade("summary.md", () => "fine"), ["manifest.jws", Buffer.from(text(honest, "manifest.jws"))]]),
      ),
    1,
    "[signature-invalid]",
  ],
  "the same report signed by a stranger": [() => packed(signedAnew(honest)), 1, "[signature-invalid]"],
  "a verdict changed, manifest and signature made anew": [
    () => packed(signedAnew(remade("report.json", lie))),
    1,
    "[signature-invalid]",
  ],
  "no algorithm": [() => packed(signedAnew(honest, { alg: "none" })), 1, "[signature-invalid]"],
  "HMAC with the public key as secret": [() => packed(signedByPublicKey(honest)), 1, "[signature-invalid]"],
  "a private key in the header": [
    () => {
      const pair = generateKeyPairSync("ed25519");
      return packed(signedAnew(honest, { jwk: pair.privateKey.export({ format: "jwk" }) }, pair));
    },
    1,
    "[signature-invalid]",
  ],
  "an entry that climbs out": [() => slipping("../../etc/cron.d/x"), 2, "an entry that is not a plain file"],
  "an entry with an absolute path": [() => slipping("/tmp/x"), 2, "an entry that is not a plain file"],
  "an entry with a backslash": [() => slipping(String.raw`..\..\x`), 2, "an entry that is not a plain file"],
  "330 MiB packed into 1.5 MiB": [() => gzipSync(Buffer.alloc(330 * 2 ** 20), { level: 1 }), 2, "no gzip file"],
  "half a file": [() => readFileSync(file).subarray(0, 2000), 2, "no gzip file"],
  nothing: [() => Buffer.alloc(0), 2, "no gzip file"],
  "another file behind the first": [
    async () => Buffer.concat([await packed(honest), Buffer.from("more")]),
    2,
    "no gzip file",
  ],
};

test.each(Object.entries(attacks))("verify refuses a bundle with %s", async (_, [make, code, says]) => {
  const target = join(all.path, "forged.tgz");
  writeFileSync(target, await make());
  const { stdout, stderr, ...ended } = await interop("verify", target, "--partial", "--signer", signer);
  expect([ended.code, (stdout + stderr).replaceAll(/\s+/g, " ")]).toEqual([code, expect.stringContaining(says)]);
  expect(stdout + stderr).not.toMatch(/please report|\n\s+at /);
});

test.each([
  ["a changed verdict", () => remade("report.json", lie), "[verdict-edited]"],
  ["a trace that no harness wrote", () => remade("trace.ndjson", noTrace), "[trace-malformed]"],
])("without --signer, whoever signs, verify refuses %s", async (_, files, says) => {
  const target = join(all.path, "signed-anew.tgz");
  writeFileSync(target, await packed(signedAnew(files())));
  const { code, stdout } = await interop("verify", target, "--partial");
  expect([code, stdout.replaceAll(/\s+/g, " ")]).toEqual([1, expect.stringContaining(says)]);
});
