/** What a check file needs, in one import. */
export { type Check, check, scenario, type DriveContext } from "../../harness/checks/check.js";
export type { EntryOf, Json, StanzaEntry, TraceEntry, TraceNode, TraceToken } from "../../harness/model/trace.js";
export { bytesIn, childOf, childrenOf } from "../../harness/trace/stanza-query.js";
export type { Trace } from "../../harness/trace/trace.js";
