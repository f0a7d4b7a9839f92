/**
 * The library behind the `interop` command: run suites against a provider, judge stored traces, write reports. What is not
 * named here is internal. The simulated Meta endpoint is at "interop-conformance/mock-server".
 */
export type { Check, CheckSpec, DriveContext, JudgeContext, Scenario } from "./harness/checks/check.js";
export { check, scenario } from "./harness/checks/check.js";
export type { Expect, Expectation } from "./harness/model/expect.js";
export type { Grade, Level, Requirement } from "./harness/model/requirement.js";
export type { CheckResult, Finding, Outcome, RunInfo, RunResult, Summary, Verdict } from "./harness/model/result.js";
export { verdicts } from "./harness/model/result.js";
export type { Cause, TraceEntry } from "./harness/model/trace.js";
export { readReport, type ReportReading, reportSchema } from "./harness/model/report-schema.js";
export { type CallOptions, type ClientOptions, type DriverClient, driverClient } from "./harness/driver/client.js";
export { DriverError, type DriverErrorCode } from "./harness/driver/errors.js";
export { httpDriver } from "./harness/driver/http.js";
export { type SpawnOptions, spawnDriver } from "./harness/driver/spawn.js";
export { type LocalProvider, localDriver, type Transport } from "./harness/driver/transport.js";
export { type ReplayInput, replayTrace } from "./harness/runner/replay.js";
export { runSuite } from "./harness/runner/run-suite.js";
export { selectChecks, SelectorError } from "./harness/checks/plan.js";
export { exitCodeFor } from "./harness/runner/summary.js";
export type { ProgressEvent, RunIdentity, RunOptions } from "./harness/runner/types.js";
export { type LoadedProfile, type BuiltInProfile, builtInProfiles } from "./profiles/built-in.js";
export { ProfileError, type ProfileErrorCode } from "./profiles/errors.js";
export { loadProfile } from "./profiles/load.js";
export type { Profile } from "./profiles/profile.js";
export {
  readTrace,
  ReportError,
  type ReportErrorCode,
  type ReportInput,
  type StoredTrace,
  type WriteOptions,
  writeReports,
} from "./reports/index.js";
export { systemClock } from "./runtime/system-clock.js";
