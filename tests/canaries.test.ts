import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { startMetaEndpoint } from "../mock-server/index.js";
import { builtInProfile } from "../profiles/built-in.js";
import { findCanaries } from "../reports/redact/canaries.js";
import { redact } from "../reports/redact/redact.js";
import { drivenProvider } from "./support/driven-provider.js";
import { hostile, inFolder, interop, startInterop } from "./support/interop.js";

const { profile } = builtInProfile("whatsapp");
const few = ["m1-identity/key-form", "m1-identity/enlistment-form"];

/** Every file below `folder`, by its path. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names.filter((name) => /\.[a-z]+$/.test(name)).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

describe("what a run writes", () => {
  it("holds none of the secrets that a provider says, on the console and in its log neither", async () => {
    await inFolder(async (folder) => {
      const args = ["run", ...few, "--out", folder, "--provider", hostile("talks")];
      const { code, stdout, stderr } = await startInterop(args, { INTEROP_DEBUG: "1", GITHUB_ACTIONS: "true" })
        .finished;
      expect(code).toBe(4);
      expect(stdout).toContain("<token sha256:");
      expect(stderr).toContain("authorization: Bearer <token sha256:");
      const outputs = new Map([...filesIn(folder), ["stdout", stdout], ["stderr", stderr]]);
      expect(outputs.size).toBeGreaterThan(10);
      for (const [name, text] of outputs) {
        expect([name, redact(text)]).toEqual([name, text]);
        expect([name, /MIIEvQIBADANBgkq|YSBzaWduYXR1cmUgb2YgdHdv/.test(text)]).toEqual([name, false]);
      }
    });
  });

  it("holds no part of a token either; one on the console ends the run with 5", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "report");
      const { code, stderr } = await interop("run", ...few, "--out", out, "--provider", hostile("leaks"));
      expect(code).toBe(5);
      expect(stderr).toContain("a secret of the provider in the console");
      expect(stderr).not.toContain("YSBzaWduYXR1cmUgb2YgdHdv");
      const files = filesIn(out);
      for (const name of ["report.json", "report.html", "trace.ndjson", "summary.md", "junit.xml"]) {
        expect([name, /redacted/.test(files.get(name) ?? "")]).toEqual([name, true]);
        expect(stderr).not.toContain(name);
      }
      for (const [name, text] of files)
        expect([name, text.includes("YSBzaWduYXR1cmUgb2YgdHdv")]).toEqual([name, false]);
    });
  });
});

describe("the secrets of the simulated side", () => {
  it("are its private keys and its token, and none of them is in the journal or the admin API", async () => {
    const meta = await startMetaEndpoint({ profile, seed: "canaries", admin: {} });
    const provider = await drivenProvider(meta);
    try {
      const { user, login } = await provider.connectedUser("ada");
      const contact = await meta.user();
      await contact.send(login, { type: "text", text: "hello" });
      await provider.event(user, "message");
      await contact.changeIdentity();
      await provider.call("message.send", { user, to: contact.jid, content: { type: "text", text: "who?" } });
      const secrets = await meta.secrets();
      expect(secrets.map(({ name }) => name.replace(/ [\w@.-]+ of Meta/, " of Meta"))).toEqual(
        expect.arrayContaining([
          "root key of the chat server",
          "intermediate key of the chat server",
          "static key of the chat server",
          `identity key of ${contact.jid}`,
          "signing key of Meta",
          "token of the admin API",
        ]),
      );
      expect(secrets.filter(({ name }) => name === `identity key of ${contact.jid}`)).toHaveLength(2);
      const { adminUrl, adminToken } = meta.manifest();
      const authorization = `Bearer ${adminToken}`;
      const read = async (path: string): Promise<string> =>
        (await fetch(`${adminUrl}${path}`, { headers: { authorization } })).text();
      const outputs = new Map([["journal", JSON.stringify(meta.journal.entries)]]);
      for (const path of ["/docs", "/openapi.json", "/v1/tenants/default/journal"]) outputs.set(path, await read(path));
      expect(outputs.get("journal")?.length).toBeGreaterThan(5000);
      expect(findCanaries(outputs, secrets)).toEqual([]);
      const [first] = secrets;
      const leak = new Map([["leak", Buffer.from(first?.value ?? "").toString("base64")]]);
      expect(findCanaries(leak, secrets)).toEqual([{ output: "leak", canary: first }]);
    } finally {
      await provider.close();
      await meta.close();
    }
  });
});
