import { expect, test } from "@jest/globals";
import { checks as all } from "../suites/index.js";
import { mutantIds, lawfulIds, loadVariation } from "../reference-provider/registry.js";
import { runMutant } from "../cli/mutants/run-mutant.js";
import { inPool } from "../harness/mutation/pool.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";
const m4 = all.filter((c) => c.id.startsWith("m4-features/media"));
const at = mutantIds.indexOf("cuts-images-out");
test("ref", async () => {
  const { result } = await runAgainst(referenceProvider(), m4);
  const others = result.checks.filter((check) => check.verdict !== "pass");
  process.stderr.write(JSON.stringify([...new Map(result.checks.map(c=>[c.step,c.durationMs]))])+"\n");
  expect(others.map(({ id, verdict, cause, findings }) => JSON.stringify({ id, verdict, cause, findings }).slice(0,600))).toEqual([]);
}, 60000);
async function go(ids, checks) {
  await inPool(ids, 2, async (id) => { try { const row = await runMutant(id, checks, {}); process.stderr.write(`M ${id} ${row.surprises.length} ${JSON.stringify(row.surprises)}\n`); } catch (e) { process.stderr.write(`M ${id} E ${e}\n`); } });
}
test("others", () => go(mutantIds.filter((id) => !m4.some((c) => id in c.mutants)), m4), 3000000);
test("mine", () => go(mutantIds.filter((id) => m4.some((c) => id in c.mutants)), all.filter(c => !c.needs.includes("timing"))), 3000000);
test("lawful", async () => { await inPool(lawfulIds, 2, async (id) => {
  const { result } = await runAgainst(referenceProvider(await loadVariation("lawful", id)), m4);
  const bad = result.checks.filter((check) => check.verdict !== "pass");
  process.stderr.write(`L ${id} ${bad.length} ${JSON.stringify(bad.map(b=>[b.id,b.verdict,b.findings[0]?.what,b.cause?.message]))}\n`); }); }, 3000000);
