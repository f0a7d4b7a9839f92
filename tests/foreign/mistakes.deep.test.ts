import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { spawnDriver } from "../../harness/driver/spawn.js";
import { renderConsole } from "../../reports/index.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks, requirements } from "../../suites/index.js";
import { root } from "../sources.js";
import { runAgainst } from "../support/run-in-process.js";
import { type Mistake, mistakes, mistakeTable } from "./mistakes.js";
import { environment, missing, python } from "./python.js";

// Mistakes of a provider that shares no code with ours: the end of the console has to lead to the line of code.

if (missing.length > 0) console.warn(`Skipped "mistakes in Python": not installed: ${missing.join(", ")}`);

const program = join(root, "examples/python-provider/with_mistake.py");
/** More than any call needs on a busy machine. */
const callMs = 60_000;
/** What a terminal shows at its end; the line after it names the report. */
const shownLines = 14;
/** Most of the time of a run goes by in waiting. */
const atOnce = 4;

test("the page of the guide has the table", () => {
  const page = readFileSync(join(root, "docs/implementing/when-it-does-not-work.md"), "utf8");
  expect(page).toContain(mistakeTable());
});

(missing.length === 0 ? describe : describe.skip)("the last lines of the console name the cause of", () => {
  const found = new Map<string, Promise<string>>();

  beforeAll(async () => {
    for (const mistake of mistakes)
      found.set(
        mistake.name,
        turn(() => lastLines(mistake)),
      );
    await Promise.allSettled(found.values());
  });

  test.each(mistakes.map(({ name, words }) => [name, words] as const))("%s", async (name, words) => {
    expect(await found.get(name)).toContain(words);
  });
});

async function lastLines({ name, checks: ids }: Mistake): Promise<string> {
  const some = checks.filter(({ id }) => ids.includes(id));
  expect(some).toHaveLength(ids.length);
  const command = `"${python ?? ""}" "${program}" ${name}`;
  const provider = spawnDriver({ command, clock: systemClock, env: environment() });
  const { result } = await runAgainst(provider, some, undefined, { callMs });
  expect(result.checks.every(({ verdict }) => verdict === "pass")).toBe(false);
  const lines = renderConsole(result, requirements, { colour: false, width: 100 }).trimEnd().split("\n");
  // Words may be parted by the end of a line.
  return lines.slice(-shownLines).join(" ").replace(/\s+/g, " ");
}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs what it is given when fewer than `atOnce` others run. */
async function turn<Result>(run: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await run();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
