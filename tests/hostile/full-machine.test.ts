import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { startMetaEndpoint } from "../../mock-server/index.js";
import { chatClient, rawTcp } from "../../mock-server/servers/chat/testing/chat-client.js";
import { integratorHost } from "../../mock-server/testing/integrator-host.js";
import { enlistAt, payloadFor, testProfile } from "../../mock-server/testing/rig.js";
import { systemClock } from "../../runtime/system-clock.js";
import { bin, inFolder, interop, reference, startInterop } from "../support/interop.js";

/** A device on which no byte finds room. */
const full = "/dev/full";
const onLinux = existsSync(full) ? it : it.skip;

describe("a machine without room", () => {
  onLinux("lets users log in when the key log cannot be written, and says so once", async () => {
    const failures: unknown[] = [];
    const profile = testProfile();
    const meta = await startMetaEndpoint({ profile, keyLog: full, onKeyLogFailure: (error) => failures.push(error) });
    const host = await integratorHost(profile, systemClock.now);
    meta.integrator(host.integrator);
    try {
      for (const name of ["ada", "bob"]) {
        const user = await enlistAt(meta.endpoints.enlistUrl, host, name);
        const { rootKey } = meta.endpoints;
        const payload = await payloadFor(user, host);
        const client = await chatClient(await rawTcp(meta.chatTcpPort), {
          staticKey: user.staticKey,
          rootKey,
          payload,
        });
        await client.take("success");
        client.end();
      }
      expect(failures).toMatchObject([{ code: "ENOSPC" }]);
    } finally {
      await Promise.all([meta.close(), host.host.close()]);
    }
  });

  onLinux("is named by serve, which goes on", async () => {
    const { finished, says, stop } = startInterop(["serve", "--key-log", full, "--tls"]);
    await says("interop: serving with seed");
    stop();
    expect((await finished).code).toBe(0);
  });

  it("prints report.json when its files cannot be written", async () => {
    await inFolder(async (folder) => {
      // The folder can be written to; a folder is where a file should be.
      mkdirSync(join(folder, "trace.ndjson"));
      writeFileSync(join(folder, "trace.ndjson", "x"), "");
      const provider = reference();
      const run = await interop("run", "m1-identity/key-form", "--provider", provider, "--out", folder, "--json");
      expect([run.code, run.stderr]).toEqual([4, expect.stringContaining("interop: ")]);
      expect(JSON.parse(run.stdout)).toMatchObject({ summary: { outcome: "passed", pass: 1 } });
    });
  });

  onLinux.each([22, 32, 40])("is named when it opens no more than %d files", (limit) => {
    const script = `ulimit -n ${limit}; exec "${process.execPath}" "${bin}" run m1-identity/key-form --reference --out "$0"`;
    const env = { ...process.env, CI: "" };
    return inFolder(async (folder) => {
      const { status, stderr } = spawnSync("sh", ["-c", script, folder], { encoding: "utf8", env });
      expect([status, stderr]).toEqual([4, expect.stringContaining("too many")]);
      expect(stderr).not.toContain("please report");
    });
  });

  onLinux("is named when no file is left for the provider's process", () => {
    const from = (module: string): string => JSON.stringify(pathToFileURL(join(dirname(bin), "..", module)).href);
    const script = `const { spawnDriver } = await import(${from("harness/driver/spawn.js")});
      const { systemClock } = await import(${from("runtime/system-clock.js")});
      const { systemProblem } = await import(${from("core/system-problem.js")});
      const { openSync } = await import("node:fs");
      let thrown;
      try { for (;;) openSync("/dev/null"); } catch {}
      try { spawnDriver({ command: "true", clock: systemClock }); } catch (error) { thrown = error; }
      process.stdout.write(String(systemProblem(thrown)));`;
    const command = `ulimit -n 64; exec "${process.execPath}" --input-type=module -e "$0"`;
    const { stdout } = spawnSync("sh", ["-c", command, script], { encoding: "utf8" });
    expect(stdout).toContain("too many files are open in this process");
  });

  onLinux("keeps no state folder of a provider that could not be started", () => {
    const from = (module: string): string => JSON.stringify(pathToFileURL(join(dirname(bin), "..", module)).href);
    const script = `const { providerTransport } = await import(${from("cli/run/provider-transport.js")});
      const { systemClock } = await import(${from("runtime/system-clock.js")});
      const { closeSync, openSync, readdirSync } = await import("node:fs");
      const open = [];
      let code;
      try { for (;;) open.push(openSync("/dev/null")); } catch {}
      const io = { env: {}, stderr: process.stderr, referenceScript: "" };
      try { providerTransport({ provider: "true" }, systemClock, io); } catch (error) { code = error.code; }
      for (const each of open) closeSync(each);
      process.stdout.write(JSON.stringify([code, readdirSync(process.env.TMPDIR)]));`;
    const command = `ulimit -n 64; exec "${process.execPath}" --input-type=module -e "$0"`;
    return inFolder(async (folder) => {
      const env = { ...process.env, TMPDIR: folder };
      const { stdout } = spawnSync("sh", ["-c", command, script], { encoding: "utf8", env });
      expect(stdout).toBe('["EMFILE",[]]');
    });
  });
});
