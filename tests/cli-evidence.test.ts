import { generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readTar, writeTar } from "../cli/archive/tar.js";
import { folderForAll, inFolder, interop, reference, startInterop } from "./support/interop.js";

const few = ["m1-identity/key-form", "m1-identity/enlistment-form", "m1-identity/enlistment-signature"];
const all = folderForAll();
const good = join(all.path, "good");
const bad = join(all.path, "bad");

beforeAll(async () => {
  await interop("run", "--reference", ...few, "--out", good);
  await interop("run", ...few, "--out", bad, "--provider", reference("--mutant", "enlist-zero-signature"));
});
afterAll(all.remove);

/** A copy of the good report in which `file` was edited. */
async function edited(file: string, edit: (text: string) => string, ...args: readonly string[]): Promise<string> {
  return inFolder(async (folder) => {
    cpSync(good, folder, { recursive: true });
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(edit(text)).not.toBe(text);
    writeFileSync(path, edit(text));
    const { code, stdout } = await interop("verify", folder, "--partial", ...args);
    expect(code).toBe(1);
    return stdout.replaceAll(/\s+/g, " ");
  });
}

describe("verify", () => {
  it("bears out a report that nobody touched, passed or not", async () => {
    for (const folder of [good, bad]) {
      const { code, stdout } = await interop("verify", folder, "--partial");
      expect([code, stdout]).toEqual([0, expect.stringContaining("Verified")]);
    }
  });

  it("refuses a report that leaves required checks out", async () => {
    const { code, stdout } = await interop("verify", good);
    expect([code, stdout]).toEqual([1, expect.stringContaining("[must-missing]")]);
  });

  it("refuses an edited verdict", async () => {
    expect(await edited("report.json", (text) => text.replace('"verdict": "pass"', '"verdict": "warn"'))).toContain(
      'm1-identity/enlistment-form is stated as "warn"; the trace gives "pass" [verdict-edited]',
    );
  });

  it("refuses a changed trace", async () => {
    const shift = (text: string): string => text.replace(/"at":\d/, '"at":9');
    expect(await edited("trace.ndjson", shift)).toContain("[trace-changed]");
    const cut = (text: string): string => text.trimEnd().split("\n").slice(0, -1).join("\n");
    expect(await edited("trace.ndjson", cut)).toContain("it is cut off");
  });

  it("refuses mixed versions and mixed runs", async () => {
    expect(await edited("report.json", (text) => text.replace('"version": 1,', '"version": 2,'))).toContain(
      "is version 2 in report.json, 1 in the plan [versions-mixed]",
    );
    const other = readFileSync(join(bad, "report.json"), "utf8");
    expect(await edited("report.json", () => other)).toContain("[versions-mixed]");
  });

  it("refuses edited files for people", async () => {
    expect(await edited("summary.md", (text) => `${text}\nAll is well.\n`)).toContain(
      "summary.md does not follow from report",
    );
    expect(await edited("report.html", (text) => text.replace("pass", "PASS"))).toContain("[file-edited]");
  });
});

describe("report", () => {
  it("writes the same files again", async () => {
    await inFolder(async (folder) => {
      const { code } = await interop("report", bad, "--out", folder);
      expect(code).toBe(0);
      for (const name of ["report.json", "report.html", "junit.xml", "summary.md", "badge.svg", "trace.ndjson"]) {
        expect(readFileSync(join(folder, name), "utf8")).toBe(readFileSync(join(bad, name), "utf8"));
      }
    });
  });

  it("says what is missing for Allure where there is no Java", async () => {
    await inFolder(async (folder) => {
      const allure = join(folder, "allure");
      const { finished } = startInterop(["report", good, "--out", folder, "--allure", allure], { PATH: "" });
      const { code, stderr } = await finished;
      const missing = expect.stringContaining("found no Java on this machine; wanted a Java runtime");
      expect([code, stderr, existsSync(allure)]).toEqual([4, missing, false]);
    });
  });

  it("says what is missing in the folder", async () => {
    await inFolder(async (folder) => {
      const { code, stderr } = await interop("report", folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining("found no report.json")]);
    });
  });
});

describe("diff", () => {
  it("fails when something got worse, and says what", async () => {
    const worse = await interop("diff", good, join(bad, "report.json"));
    expect(worse.code).toBe(1);
    expect(worse.stdout).toContain("m1-identity/enlistment-signature: pass → fail");
    const better = await interop("diff", bad, good, "--json");
    expect(better.code).toBe(0);
    expect(JSON.parse(better.stdout)).toMatchObject({ changes: [{ direction: "better" }], unchanged: 2 });
    expect((await interop("diff", good, good)).stdout).toContain("3 checks unchanged");
  });
});

describe("bundle", () => {
  it("packs a report that verifies, and is verified itself", async () => {
    await inFolder(async (folder) => {
      const [file, key] = [join(folder, "b.tgz"), join(folder, "key.pem")];
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
      writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }));
      const packed = await interop("bundle", good, "--partial", "--out", file, "--key", key);
      const thumbprint = /signed with the key (\S+)/.exec(packed.stdout)?.[1] ?? "";
      expect([packed.code, thumbprint.length]).toEqual([0, 43]);
      const verified = await interop("verify", file, "--partial", "--signer", thumbprint);
      expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining("Verified")]);
      const stranger = await interop("verify", file, "--partial", "--signer", "x".repeat(43));
      expect([stranger.code, stranger.stdout]).toEqual([1, expect.stringContaining("[signature-invalid]")]);
      const contents = new Map(await readTar(gunzipSync(readFileSync(file))));
      const changed = async (name: string, bytes: Buffer): Promise<string> => {
        writeFileSync(file, gzipSync(await writeTar(new Map([...contents, [name, bytes]]), 0)));
        return (await interop("verify", file, "--partial")).stdout.replaceAll(/\s+/g, " ");
      };
      expect(await changed("summary.md", Buffer.from("fine"))).toContain("[bundle-changed]");
      expect(await changed("extra.txt", Buffer.from("x"))).toContain("extra.txt is not in the manifest");
      const manifest = contents.get("manifest.json")?.toString() ?? "";
      expect(await changed("manifest.json", Buffer.from(manifest.replace("1.0.0", "1.0.1")))).toContain(
        "[signature-invalid]",
      );
    });
  });

  it("does not pack what would be refused, nor sign with what is no key", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "b.tgz");
      const { code, stdout } = await interop("bundle", good, "--out", file);
      expect([code, existsSync(file), stdout]).toEqual([1, false, expect.stringContaining("[must-missing]")]);
      const { stderr } = await interop("bundle", good, "--partial", "--key", join(good, "summary.md"));
      expect(stderr).toContain("wanted a private key, PEM or JWK");
      const absurd = await interop("verify", join(good, "badge.svg"));
      expect([absurd.code, absurd.stderr]).toEqual([2, expect.stringContaining("Reading the bundle: found no gzip")]);
    });
  });
});
