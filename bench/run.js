import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { medianOf } from "./support/measure.js";

export const title = "interop run against the reference provider, milliseconds";
export const peer = "peer";
export const notes = [
  "The first verdict is measured against an empty node process, the whole run against the scenarios that it drives",
  "(from begin to end of each in its own trace; half of that is waiting). Two providers side by side share them.",
];

const bin = fileURLToPath(new URL("../dist/cli/bin.js", import.meta.url));
const verdict = /^(?:pass|fail|warn|could not run|not applicable) /m;

export async function measure({ rounds }) {
  const figures = [];
  for (let round = 0; round < rounds; round++) figures.push({ empty: await emptyProcess(), ...(await wholeRun()) });
  const { empty, first, whole, driven } = medianOf(figures);
  return [
    { figure: "start to first verdict, peer an empty node process", ours: first, peer: empty },
    { figure: "start to first verdict, peer one second", ours: first, peer: 1000, goal: "<= 1" },
    { figure: "whole run, peer its driven scenarios", ours: whole, peer: driven, goal: "<= 0.8" },
  ];
}

async function emptyProcess() {
  const began = performance.now();
  await ended(spawn(process.execPath, ["-e", "0"]));
  return performance.now() - began;
}

async function wholeRun() {
  const out = mkdtempSync(join(tmpdir(), "bench-run-"));
  try {
    const began = performance.now();
    const child = spawn(process.execPath, [bin, "run", "--reference", "--out", out], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, CI: "" },
    });
    let first;
    let text = "";
    child.stdout.on("data", (chunk) => {
      if (first === undefined && verdict.test((text += chunk))) first = performance.now() - began;
    });
    await ended(child);
    return { first, whole: performance.now() - began, driven: drivenMs(join(out, "trace.ndjson")) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function drivenMs(traceFile) {
  let sum = 0;
  for (const line of readFileSync(traceFile, "utf8").trim().split("\n")) {
    const { kind, event, at } = JSON.parse(line);
    if (kind === "scenario") sum += event === "end" ? at : -at;
  }
  return sum;
}

function ended(child) {
  return new Promise((resolve) => child.once("close", resolve));
}
