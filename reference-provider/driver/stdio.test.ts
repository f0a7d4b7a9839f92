import { PassThrough } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { nullDriver } from "../null/null-driver.js";
import type { Driver } from "./driver.js";
import { serveLines } from "./stdio.js";

/** Answers in upper case; a line that begins with "slow" waits for the line "go". */
function shouting(): Driver {
  let go: () => void = () => undefined;
  const signal = new Promise<void>((resolve) => {
    go = resolve;
  });
  return {
    async answer(text) {
      if (text.startsWith("slow")) await signal;
      if (text === "go") go();
      return text === "quiet" ? undefined : text.toUpperCase();
    },
    close: async () => undefined,
  };
}

async function converse(driver: Driver, chunks: readonly string[], maximum?: number): Promise<string[]> {
  const input = new PassThrough();
  const output = new PassThrough();
  const served = serveLines(driver, input, output, maximum);
  for (const chunk of chunks) input.write(chunk);
  input.end();
  await served;
  // Answers are written a little later than the requests end.
  await new Promise((resolve) => setImmediate(resolve));
  return String(output.read() ?? "")
    .split("\n")
    .slice(0, -1);
}

describe("lines", () => {
  test("may come in any pieces", async () => {
    expect(await converse(shouting(), ["on", "e\ntwo\nth", "r", "ee\n"])).toEqual(["ONE", "TWO", "THREE"]);
    expect(await converse(shouting(), ["\n  \nquiet\none\n", "unfinished"])).toEqual(["ONE"]);
  });

  test("are answered side by side", async () => {
    expect(await converse(shouting(), ["slow\n", "quick\n", "go\n"])).toEqual(["QUICK", "GO", "SLOW"]);
  });

  test("that are too long are refused and passed over", async () => {
    const [refusal, ...others] = await converse(shouting(), ["x".repeat(30), "x".repeat(30), "\nnext\n"], 40);
    expect(JSON.parse(refusal ?? "")).toMatchObject({ id: null, error: { code: -32600 } });
    expect(others).toEqual(["NEXT"]);
  });

  test("end the service of a driver that hangs up", async () => {
    expect(await converse(nullDriver("closing"), ["hello\n", "hello\n"])).toEqual([]);
  });
});
