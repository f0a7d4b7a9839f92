import { picturePath } from "./picture.js";
import { type RunResult, verdicts } from "./result.js";
import { closedObject as object, schemaValidator } from "./schema.js";

const text = { type: "string" } as const;
const count = { type: "integer", minimum: 0 } as const;
const milliseconds = { type: "number", minimum: 0 } as const;

const cause = {
  description: "A code to group by and a sentence to read.",
  oneOf: [
    { type: "null" },
    object(
      { code: { type: "string", minLength: 1 }, message: text },
      {
        entry: { type: "integer", minimum: 1, description: "Frame in which the harness itself says so." },
        expected: text,
        found: text,
        said: { ...object({ code: text, message: text }), description: "What the driver said of it." },
      },
    ),
  ],
};

const ownValue = {
  ...object({ path: text, value: {}, base: {}, grade: text, source: text }),
  description:
    "A value that comes from the user's own profile file; base is what the bundled profile has in its place.",
};

const run = object(
  {
    id: { type: "string", minLength: 1 },
    startedAt: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$" },
    durationMs: milliseconds,
    seed: text,
    harness: text,
    profile: object(
      { name: text, version: text, sha256: { type: "string", pattern: "^[0-9a-f]{64}$" } },
      { own: object({ base: text, values: { type: "array", items: ownValue } }) },
    ),
    provider: object({ name: text, version: text, capabilities: { type: "array", items: text } }),
  },
  {
    command: {
      ...text,
      description: 'How the command line is called where the run was made, for example "npx interop".',
    },
    options: { type: "array", items: text, description: "Words of the command line that a rerun has to repeat." },
    byHand: { const: true, description: "A person was the driver." },
  },
);

const summary = object({
  outcome: { enum: ["passed", "failed", "incomplete", "environment"] },
  pass: count,
  fail: count,
  warn: count,
  notApplicable: count,
  couldNotRun: count,
  unstable: count,
  review: count,
});

const finding = object({
  what: { ...text, description: "What was compared." },
  expected: text,
  actual: text,
  at: { ...text, description: 'Where in the trace, for example "frame 12"; empty when nowhere.' },
});

const checkResult = object(
  {
    id: { type: "string", pattern: "^[a-z0-9-]+(/[a-z0-9-]+)+$" },
    version: { type: "integer", minimum: 1 },
    requirement: { type: "string", minLength: 1 },
    level: { enum: ["MUST", "SHOULD", "MAY"] },
    grade: { enum: ["published", "observed", "inferred"] },
    verdict: { enum: [...verdicts] },
    durationMs: milliseconds,
    cause,
    findings: { type: "array", items: finding },
    hint: text,
    scenario: { ...text, description: "Scenario in the trace that holds the evidence." },
    reached: {
      type: "array",
      items: { type: "integer", minimum: 1 },
      description: "Frames that hold the evidence.",
    },
  },
  {
    byHand: { const: true, description: "The verdict rests on what a person answered." },
    pictures: {
      type: "array",
      items: { type: "string", pattern: picturePath.source },
      description: "What the app showed, below the folder of the report.",
    },
  },
);

const texts = { type: "array", items: text };

const statement = object({
  protocol: { const: "other" },
  summary: text,
  shown: { type: "array", items: object({ requirement: text, sentence: text, check: text }) },
  notShown: { type: "array", items: object({ subject: text, why: text }) },
  limits: texts,
});

/** JSON Schema (2020-12) of `report.json`; `reports/json/report.schema.json` is its copy for other tools. */
export const reportSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Interop conformance report, version 1",
  ...object(
    {
      schema: { const: "interop-conformance/report@1" },
      run,
      summary,
      cause,
      checks: { type: "array", items: checkResult },
    },
    { statement },
  ),
};

const validate = schemaValidator(reportSchema);

/** A report that was read back, or its first problem, for example "/checks/3/verdict must be one of …". */
export type ReportReading =
  | { readonly ok: true; readonly result: RunResult }
  | { readonly ok: false; readonly problem: string };

/** Whether `value` is a `report.json` of this version. */
export function readReport(value: unknown): ReportReading {
  const [first] = validate(value);
  // The schema describes RunResult exactly; a test compares the two.
  if (first === undefined) return { ok: true, result: value as RunResult };
  return { ok: false, problem: `${first.path || "The report"} ${first.message}` };
}

const runProblems = schemaValidator({ ...run });

/** What is wrong with what a run states about itself, for example "/seed must be string"; undefined when nothing is. */
export function runProblem(value: unknown): string | undefined {
  const [first] = runProblems(value);
  return first && `${first.path} ${first.message}`.trim();
}
