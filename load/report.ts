import type { ProviderDescription } from "../harness/driver/methods.js";
import { closedObject as object, schemaValidator } from "../harness/model/schema.js";
import { counts, latencies, statistics } from "./figures.js";
import type { Mix } from "./mix.js";
import { type Arrivals, shapes } from "./schedule.js";
import type { Tallied } from "./tally.js";
import type { LoadVerdict } from "./verdict.js";

/** `load.json`. Times are in milliseconds. */
export interface LoadReport extends Omit<Tallied, "findings">, LoadVerdict {
  readonly schema: "interop-conformance/load@1";
  readonly provider: { readonly name: string; readonly version: string };
  readonly profile: { readonly name: string; readonly version: string };
  readonly seed: string;
  readonly plan: Arrivals & { readonly users: number; readonly mix: Mix; readonly inFlight: number };
  /** The first of them; the counts have all. */
  readonly findings: Tallied["findings"];
}

/** Enough to see what kind of mistake it is. */
const maximumFindings = 10;

export function loadReport(
  about: Pick<LoadReport, "plan" | "profile" | "seed">,
  { name, version }: ProviderDescription,
  { findings, ...tallied }: Tallied,
  verdict: LoadVerdict,
): LoadReport {
  return {
    schema: "interop-conformance/load@1",
    ...verdict,
    provider: { name, version },
    ...about,
    ...tallied,
    findings: findings.slice(0, maximumFindings),
  };
}

const text = { type: "string" } as const;
const number = { type: "number", minimum: 0 } as const;
const whole = { type: "integer", minimum: 0 } as const;
const named = object({ name: text, version: text });
const byName = { type: "object", additionalProperties: whole };

const loadSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "load.json of interop load, version 1",
  ...object({
    schema: { const: "interop-conformance/load@1" },
    outcome: { enum: ["passed", "failed", "could-not-run"] },
    causes: { type: "array", items: text },
    thresholds: {
      type: "array",
      items: object({ text, held: { type: "boolean" } }, { found: { type: "number" } }),
    },
    provider: named,
    profile: named,
    seed: text,
    plan: object({
      perSecond: number,
      seconds: number,
      shape: { enum: shapes },
      users: whole,
      mix: byName,
      inFlight: whole,
    }),
    latencies: object(fromNames(latencies, object(Object.fromEntries(statistics.map((name) => [name, number]))))),
    counts: object(fromNames(counts, whole)),
    errors: byName,
    violations: byName,
    findings: { type: "array", maxItems: maximumFindings, items: object({ kind: text, message: text }) },
  }),
};

/** What is wrong with a `load.json`; nothing when it is one. */
export const loadProblems = schemaValidator(loadSchema);

function fromNames(names: object, schema: object): Record<string, object> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, schema]));
}
