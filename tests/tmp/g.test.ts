import { test } from "@jest/globals";
import { checks as all } from "../../suites/index.js";
import { loadVariation, mutantIds, lawfulIds } from "../../reference-provider/registry.js";
import { referenceProvider, runAgainst } from "../support/run-in-process.js";
const checks = all.filter((c) => c.id.startsWith("groups/"));
const show = (r: any, also: (c: any) => boolean) => r.checks.filter(also).map((c: any) => `${c.id} ${c.verdict} ${c.cause?.message ?? ""} ${[...new Set(c.findings.map((f: any) => f.what + ": " + f.actual))].join("; ")}`).join("\n");
const only = process.env["ONLY"]?.split(",");
test("reference", async () => {
  const { result } = await runAgainst(referenceProvider(), checks);
  process.stdout.write("REFERENCE " + result.run.durationMs + "\n" + show(result, (c) => c.verdict !== "pass") + "\n");
}, 60000);
for (const id of lawfulIds.filter((i) => i.startsWith("group-") && (only === undefined || only.includes(i)))) test(id, async () => {
  const { result } = await runAgainst(referenceProvider(await loadVariation("lawful", id)), checks);
  process.stdout.write(`LAWFUL ${id}\n` + show(result, (c) => c.verdict !== "pass") + "\n");
}, 60000);
for (const id of mutantIds.filter((i) => i.startsWith("group-") && (only === undefined || only.includes(i)))) test(id, async () => {
  const { result } = await runAgainst(referenceProvider(await loadVariation("mutant", id)), checks, 600);
  const wrong: string[] = [];
  for (const c of result.checks) {
    const want = checks.find((x) => x.id === c.id)!.mutants[id];
    const died = c.verdict === "fail" || c.verdict === "warn";
    if (want === undefined ? died : !died || !c.findings.some((f) => f.what === want)) wrong.push(`${c.id} wanted ${want ?? "pass"} got ${c.verdict} ${c.cause?.message ?? ""} ${c.findings.map((f) => f.what + ": " + f.actual).join("; ")}`);
  }
  process.stdout.write(`${wrong.length === 0 ? "OK" : "WRONG"} ${id} ${result.run.durationMs}\n${wrong.map((w) => "   " + w + "\n").join("")}`);
}, 60000);
