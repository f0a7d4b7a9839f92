import type { TestResult } from "allure-js-commons";
import { stringifyEnvInfo } from "allure-js-commons/sdk/reporter";
import type { ReportInput } from "../report-input.js";
import { oneLine } from "../text/printable.js";
import { textTranscript } from "../transcript/text.js";
import { groupBy } from "../view/groups.js";
import { providerLabel } from "../view/run-words.js";
import { allureResult, uuidOf } from "./result.js";

/** `allure-results/`: files by name, as `allure generate` reads them. Pure, like the other renderers. */
export function renderAllure({ result, requirements, entries }: ReportInput): ReadonlyMap<string, string> {
  const { run } = result;
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const files = new Map<string, string>();
  const transcripts = new Map<string, string>();
  for (const [scenario, of] of groupBy(entries, (entry) => entry.scenario)) {
    if (scenario === "") continue;
    const name = `${uuidOf(`${run.id} transcript ${scenario}`)}-attachment.txt`;
    transcripts.set(scenario, name);
    files.set(name, textTranscript(of));
  }
  for (const check of result.checks) {
    const transcript = transcripts.get(check.scenario);
    const test: TestResult = allureResult({ check, requirement: rows.get(check.requirement), run, transcript });
    files.set(`${test.uuid}-result.json`, `${JSON.stringify(test)}\n`);
  }
  const environment = {
    Provider: oneLine(providerLabel(run)),
    Capabilities: oneLine(run.provider.capabilities.join(" ")) || "none",
    Profile: `${run.profile.name} ${run.profile.version}`,
    Harness: run.harness,
    Seed: oneLine(run.seed),
  };
  files.set("environment.properties", stringifyEnvInfo(environment));
  files.set("categories.json", `${JSON.stringify(categories, undefined, 2)}\n`);
  files.set("executor.json", `${JSON.stringify({ name: "interop", type: "interop", buildName: run.id })}\n`);
  return files;
}

/** How Allure groups what did not pass; the first match counts. */
export const categories = [
  {
    name: "Could not be tested: driver or environment",
    matchedStatuses: ["broken"],
    messageRegex: String.raw`.*\[(driver-[a-z-]+|environment)\].*`,
  },
  { name: "Stopped by an earlier failure", matchedStatuses: ["broken"] },
  { name: "Rules that are not met", matchedStatuses: ["failed"] },
  {
    name: "Not declared by the provider",
    matchedStatuses: ["skipped"],
    messageRegex: String.raw`.*\[not-declared\].*`,
  },
  {
    name: "For other sessions or stanzas than those of the profile",
    matchedStatuses: ["skipped"],
    messageRegex: String.raw`.*\[(?:other-engine|other-wire)\].*`,
  },
] as const;
