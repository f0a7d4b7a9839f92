import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { bin, hostile, inFolder, isGone, spawnInterop } from "./support/interop.js";

// The few tests of what only a process has; the deep tier has more. All others call the commands in this process.

const manifestNames = ["enlistUrl", "chatUrl", "mediaUrl", "jwksUrl", "rootKey", "tlsCa", "adminUrl", "adminToken"];

describe("the built command line", () => {
  it("ends with the exit code of the command, and with all of its output", async () => {
    const listed = await spawnInterop(["list", "--json"]).finished;
    expect([listed.code, listed.stderr]).toEqual([0, ""]);
    expect((JSON.parse(listed.stdout) as unknown[]).length).toBeGreaterThan(200);
    const mistaken = await spawnInterop(["rnu"]).finished;
    expect(mistaken).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^interop: unknown command [^\n]+\n$/),
    });
  });

  it("ends with 4 and one line when the disk is full", async () => {
    if (!existsSync("/dev/full")) return;
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [bin, "list"], { stdio: ["ignore", full, "pipe"] });
    const [said = [], [code]] = await Promise.all([child.stderr?.toArray(), once(child, "close")]);
    closeSync(full);
    expect([code, said.join("")]).toEqual([4, expect.stringMatching(/^interop: Writing the output: [^\n]+\n$/)]);
  });
});

describe("signals", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "%s ends serve, whoever is connected, and takes its manifest away",
    async (signal) => {
      await inFolder(async (folder) => {
        const readyFile = join(folder, "ready.json");
        const { child, finished, says } = spawnInterop(["serve", "--ready-file", readyFile, "--seed", "s1"]);
        await says("serving with seed s1");
        const text = readFileSync(readyFile, "utf8");
        const manifest = JSON.parse(text) as Record<string, unknown>;
        expect(Object.keys(manifest).toSorted()).toEqual(manifestNames.toSorted());
        expect(manifest).toMatchObject({
          chatUrl: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/ws\/chat$/),
          rootKey: expect.stringMatching(/^[0-9a-f]{64}$/),
          adminUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
          adminToken: expect.stringMatching(/^[\w-]{43}$/),
          tlsCa: null,
        });
        if (process.platform !== "win32") expect(statSync(readyFile).mode & 0o777).toBe(0o600);
        const { port, hostname } = new URL(String(manifest["jwksUrl"]));
        expect((await fetch(String(manifest["jwksUrl"]))).status).toBe(200);
        const idle = connect(Number(port), hostname);
        await once(idle, "connect");
        child.kill(signal);
        const { code, stdout, stderr } = await finished;
        idle.destroy();
        expect([code, stdout]).toEqual([0, text]);
        expect(stderr).not.toContain(manifest["adminToken"]);
        expect(existsSync(readyFile)).toBe(false);
      });
    },
  );

  it("a second Ctrl-C ends a run at once and takes the driver along", async () => {
    await inFolder(async (folder) => {
      const pidFile = join(folder, "pid");
      const args = ["run", "--out", folder, "--provider", hostile("outlives-stdin", pidFile)];
      const { child, finished, says } = spawnInterop(args);
      await says("Provider hostile");
      child.kill("SIGINT");
      await says("Stopping after the current scenario");
      child.kill("SIGINT");
      expect((await finished).code).toBe(130);
      expect(await isGone(Number(readFileSync(pidFile, "utf8")))).toBe(true);
    });
  });
});
