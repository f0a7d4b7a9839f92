export type { Assumption, ReportInput } from "./report-input.js";
export { ReportError, type ReportErrorCode, reportErrorCodes } from "./errors.js";
export { writeReports, type WriteOptions } from "./write.js";
export { renderConsole } from "./console/render.js";
export { judgedLine, type ProgressState, statusLine } from "./console/progress-line.js";
export { type ConsoleStyle, paintOf } from "./console/style.js";
export { type CoverageInput, renderCoverage } from "./coverage/render.js";
export { renderJson } from "./json/render.js";
export { readTrace, type StoredTrace } from "./trace/read.js";
