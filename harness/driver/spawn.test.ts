import { describe, expect, test } from "@jest/globals";
import { systemClock } from "../../runtime/system-clock.js";
import { driverClient } from "./client.js";
import type { DriverError } from "./errors.js";
import { lastWords, spawnDriver } from "./spawn.js";
import type { Transport } from "./transport.js";

/** A driver made of one line of JavaScript that runs for each line of input, with the request as `q`. */
function nodeCommand(onRequest: string, before = ""): string {
  const program = `${before};require("readline").createInterface({input:process.stdin}).on("line",(l)=>{const q=JSON.parse(l);${onRequest}})`;
  return `${JSON.stringify(process.execPath)} -e ${JSON.stringify(program)}`;
}

const answerUser = String.raw`process.stdout.write(JSON.stringify({jsonrpc:'2.0',id:q.id,result:{user:'alice'}})+'\n')`;

async function callOnce(command: string): Promise<{ answer: unknown; error?: DriverError }> {
  const transport = spawnDriver({ command, clock: systemClock });
  const client = driverClient({ transport, clock: systemClock, callMs: 5000 });
  try {
    return { answer: await client.call("user.create", {}) };
  } catch (error) {
    return { answer: undefined, error: error as DriverError };
  } finally {
    await client.close();
  }
}

describe("spawnDriver", () => {
  test("speaks one JSON object per line with the command", async () => {
    expect((await callOnce(nodeCommand(answerUser))).answer).toEqual({ ok: true, result: { user: "alice" } });
  });

  test("an answer cut into pieces, within a character too, is put together", async () => {
    const inPieces = String.raw`const b=Buffer.from(JSON.stringify({jsonrpc:'2.0',id:q.id,result:{user:'ålïcé'}})+'\n');(function w(i){if(i<b.length)process.stdout.write(b.subarray(i,i+1),()=>w(i+1))})(0)`;
    expect((await callOnce(nodeCommand(inPieces))).answer).toEqual({ ok: true, result: { user: "ålïcé" } });
  });

  test("a command that does not exist is reported in one line", async () => {
    const { error } = await callOnce("no-such-command-here --flag");
    expect(error?.code).toBe("driver-not-found");
    expect(error?.message).toMatch(/^Cannot start the provider with "no-such-command-here --flag": .*not found/);
    expect(error?.message).not.toContain("\n");
  });

  test("a command that ends at once is reported with its last words", async () => {
    const { error } = await callOnce(nodeCommand("", "console.error('out of luck');process.exit(3)"));
    expect(error?.code).toBe("driver-exited");
    expect(error?.message).toMatch(/exit code 3: on stderr it said "out of luck"/);
  });

  test("a line that arrives before there is a listener is not lost", async () => {
    const command = nodeCommand(answerUser, "console.log('ready');console.error('said')");
    const transport = await new Promise<Transport>((resolve) => {
      const started = spawnDriver({ command, clock: systemClock, onLog: () => resolve(started) });
    });
    const client = driverClient({ transport, clock: systemClock, callMs: 5000 });
    try {
      await expect(client.call("user.create", {})).rejects.toMatchObject({
        code: "driver-garbage",
        message: expect.stringContaining('found "ready"'),
      });
    } finally {
      await client.close();
    }
  });

  test("a command that ends by a signal is reported", async () => {
    const { error } = await callOnce(nodeCommand("process.kill(process.pid,'SIGKILL')"));
    expect(error?.code).toBe("driver-exited");
  });

  test("a driver is killed without warning and started again, and calls go on", async () => {
    const tellsItself = String.raw`process.stdout.write(JSON.stringify({jsonrpc:'2.0',id:q.id,result:{user:String(process.pid)}})+'\n')`;
    const transport = spawnDriver({ command: nodeCommand(tellsItself), clock: systemClock });
    const client = driverClient({ transport, clock: systemClock, callMs: 5000 });
    const pid = async (): Promise<number> => {
      const outcome = await client.call("user.create", {});
      return outcome.ok ? Number(outcome.result.user) : 0;
    };
    try {
      const first = await pid();
      await client.restart?.();
      const second = await pid();
      expect([first > 0, second > 0, first === second]).toEqual([true, true, false]);
    } finally {
      await client.close();
    }
  });

  test("closing takes along a driver that ignores the end of its input, and its children", async () => {
    const stubborn = nodeCommand(
      String.raw`const c=require('child_process').spawn(process.execPath,['-e','setInterval(()=>{},1000)'],{stdio:'ignore'});process.stdout.write(JSON.stringify({jsonrpc:'2.0',id:q.id,result:{user:String(c.pid)}})+'\n')`,
      "process.on('SIGTERM',()=>{});setInterval(()=>{},1000)",
    );
    const { answer } = await callOnce(stubborn);
    const { result } = answer as { result: { user: string } };
    expect(() => process.kill(Number(result.user), 0)).toThrow(/ESRCH/);
  });
});

describe("lastWords", () => {
  test.each([
    ["nothing", "", ""],
    ["a plain line", "starting\nout of luck\n\n", "out of luck"],
    [
      "an error of Node",
      "/x/driver.js:3\n    throw new TypeError('no');\n    ^\n\nTypeError: no\n    at Object.<anonymous> (/x/driver.js:3:9) {\n  code: 'X'\n}\n\nNode.js v20.20.2\n",
      "TypeError: no",
    ],
    [
      "an error of Node with a code",
      'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /x/driver.ts\n    at x (node:internal:1)\n\nNode.js v20.20.2',
      'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /x/driver.ts',
    ],
    [
      "an error of Python",
      'Traceback (most recent call last):\n  File "driver.py", line 3, in <module>\n    x()\njson.decoder.JSONDecodeError: Expecting value: line 1\n',
      "json.decoder.JSONDecodeError: Expecting value: line 1",
    ],
    [
      "the deepest cause of Java",
      'Exception in thread "main" java.lang.RuntimeException: outer\n\tat Driver.main(Driver.java:3)\nCaused by: java.io.IOException: inner\n\tat Driver.main(Driver.java:2)\n',
      "Caused by: java.io.IOException: inner",
    ],
    [
      "a panic of Go",
      "panic: assignment to entry in nil map\n\ngoroutine 1 [running]:\nmain.main()\n\t/x/driver.go:9 +0x1d\nexit status 2\n",
      "panic: assignment to entry in nil map",
    ],
  ])("finds %s", (_what, log, said) => {
    expect(lastWords(log)).toBe(said);
  });

  test("returns at most 300 characters", () => {
    expect(lastWords("x".repeat(9000))).toHaveLength(300);
  });
});
