import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult, Summary, Verdict } from "../../harness/model/result.js";
import type { TraceEntry } from "../../harness/model/trace.js";
import type { ReportInput } from "../report-input.js";

/** Text that a hostile provider might send: markup, terminal escapes, forbidden XML, overrides, Markdown. */
export const hostile =
  '</script><script>alert(1)</script><img src=x onerror="alert(2)"> & \u001b[2J\u001b]0;owned\u0007 ]]> \u0000\u202e |x| `y` [z](http://e.example) @all';

/** A header with `alg`, some claims and a signature: a usable token by its looks. */
export const sampleToken = [
  Buffer.from('{"alg":"RS256","kid":"k1"}').toString("base64url"),
  Buffer.from('{"sub":"alice","iss":"conformance"}').toString("base64url"),
  Buffer.from("not really a signature, but as long as one would be").toString("base64url"),
].join(".");

const base: CheckResult = {
  id: "m1-identity/key-form",
  version: 1,
  requirement: "M1-01",
  level: "MUST",
  grade: "published",
  verdict: "pass",
  durationMs: 12,
  cause: null,
  findings: [],
  hint: "Serve an RSA key with use sig.",
  scenario: "m1-identity/keys",
  reached: [2],
};

const pingFinding = { what: "ping interval", expected: "at most 30000", actual: hostile, at: "frame 5" };
const refused = { code: "connect-failed", message: `Provider not reachable: ${hostile}` };

const checks: readonly CheckResult[] = [
  base,
  {
    ...base,
    id: "m2-channel/keep-alive",
    requirement: "M2-01",
    verdict: "fail",
    findings: [pingFinding],
    scenario: "m2-channel/ping",
  },
  {
    ...base,
    id: "m2-channel/ping-form",
    requirement: "M2-02",
    verdict: "fail",
    findings: [pingFinding],
    scenario: "m2-channel/ping",
  },
  {
    ...base,
    id: "m2-channel/token-fresh",
    requirement: "M2-03",
    grade: "inferred",
    verdict: "warn",
    findings: [{ what: "token", expected: "another one", actual: "the same again", at: "frame 4" }],
    scenario: "m2-channel/ping",
  },
  {
    ...base,
    id: "m3-messaging/text-in",
    requirement: "M3-01",
    verdict: "could-not-run",
    cause: refused,
    scenario: "m3-messaging/text",
    reached: [],
  },
  {
    ...base,
    id: "m3-messaging/text-out",
    requirement: "M3-01",
    verdict: "could-not-run",
    cause: refused,
    scenario: "m3-messaging/text",
    reached: [],
  },
  {
    ...base,
    id: "m3-messaging/push",
    requirement: "M3-02",
    level: "SHOULD",
    verdict: "not-applicable",
    cause: { code: "not-declared", message: 'The provider does not declare "push"' },
    scenario: "m3-messaging/push",
    reached: [],
  },
  {
    ...base,
    id: "m3-messaging/ratchet",
    requirement: "M3-03",
    verdict: "unstable",
    findings: [{ ...pingFinding, at: "" }],
  },
  { ...base, id: "m3-messaging/wording", requirement: "M3-04", level: "MAY", verdict: "review" },
];

function row(id: string, of: readonly CheckResult[]): Requirement {
  const [first] = of;
  return {
    id,
    sentence: `A provider keeps rule ${id}, whatever <b>it</b> says`,
    level: first?.level ?? "MUST",
    grade: first?.grade ?? "published",
    source: "Meta, WhatsApp Reference Offer technical framework 1.0.3, section 1",
    since: "1.0.3",
    checks: of.map((check) => check.id),
  };
}

const requirements: readonly Requirement[] = [
  ...[...new Set(checks.map(({ requirement }) => requirement))].map((id) =>
    row(
      id,
      checks.filter(({ requirement }) => requirement === id),
    ),
  ),
  { ...row("M3-09", []), excluded: "Judged with media in milestone 4" },
];

function count(verdict: Verdict): number {
  return checks.filter((check) => check.verdict === verdict).length;
}

const summary: Summary = {
  outcome: "failed",
  pass: count("pass"),
  fail: count("fail"),
  warn: count("warn"),
  notApplicable: count("not-applicable"),
  couldNotRun: count("could-not-run"),
  unstable: count("unstable"),
  review: count("review"),
};

/** One result of each verdict, from a hostile provider. */
export const sampleResult: RunResult = {
  schema: "interop-conformance/report@1",
  run: {
    id: "run-1",
    startedAt: "2026-01-02T03:04:05.000Z",
    durationMs: 4321,
    seed: "seed-1",
    harness: "0.1.0",
    profile: { name: "whatsapp", version: "1.0.3", sha256: "ab".repeat(32) },
    provider: { name: hostile, version: "1", capabilities: ["text", hostile] },
  },
  summary,
  cause: null,
  checks,
};

const ping = { seq: 0, at: 0, scenario: "m2-channel/ping" };

const entries: readonly TraceEntry[] = [
  { ...ping, seq: 1, at: 1, scenario: "m1-identity/keys", by: "harness", kind: "scenario", event: "begin" },
  {
    ...ping,
    seq: 2,
    at: 2.5,
    scenario: "m1-identity/keys",
    by: "provider",
    kind: "http",
    exchange: 1,
    server: "keys",
    part: "response",
    method: "GET",
    url: "/jwks",
    status: 200,
    headers: { authorization: "Bearer opaque-credential", "content-type": "application/json" },
    body: `{"keys":[{"kty":"RSA","n":"AQAB","d":"c2VjcmV0LWV4cG9uZW50"}]} ${sampleToken}`,
  },
  {
    ...ping,
    seq: 3,
    at: 3,
    by: "provider",
    kind: "connection",
    connection: "c1",
    event: "opened",
    transport: "websocket",
    url: `/ws/chat?token=${sampleToken}`,
  },
  {
    ...ping,
    seq: 4,
    at: 4,
    by: "provider",
    kind: "event",
    user: "alice",
    event: { kind: "message", text: hostile, key: "-----BEGIN PRIVATE KEY-----\nMIIEvQIB\n-----END PRIVATE KEY-----" },
  },
  {
    ...ping,
    seq: 5,
    at: 5,
    by: "provider",
    kind: "stanza",
    connection: "c1",
    account: "900-1@interop",
    direction: "in",
    node: {
      tag: "iq",
      attrs: { xmlns: "encrypt", id: hostile },
      children: [
        { tag: "identity", attrs: {}, bytes: Buffer.alloc(32, 7).toString("base64") },
        { tag: "type", attrs: {}, bytes: "BQ==" },
        { tag: "note", attrs: {}, text: hostile },
        {
          tag: "list",
          attrs: {},
          children: Array.from({ length: 800 }, (_, id) => ({ tag: "key", attrs: { id: String(id) } })),
        },
      ],
    },
    size: 100,
    compressed: false,
    notes: ["interop-jid-short"],
    violations: [{ stanza: "iq", path: "/iq/@id", rule: "unknown-attribute", message: hostile }],
  },
  {
    ...ping,
    seq: 6,
    at: 6,
    by: "harness",
    kind: "sealed",
    messageId: "A1",
    user: "999@s.whatsapp.net",
    to: "900-1@interop",
    content: { type: "text", text: hostile },
  },
  ...Array.from(
    { length: 200 },
    (_, index): TraceEntry => ({ ...ping, seq: 7 + index, at: 7 + index, by: "harness", kind: "clock", advancedMs: 1 }),
  ),
];

export const sampleInput: ReportInput = {
  result: sampleResult,
  requirements,
  entries,
  profile: { name: "whatsapp", version: "1.0.3", channel: { path: "/ws/chat" } },
  assumptions: [{ field: "/token/audience", source: "Our choice; not published" }],
};
