import type { Finding } from "../model/result.js";
import type { Cause, DriverEntry, EventEntry, TraceEntry } from "../model/trace.js";
import { textOf } from "../model/words/entry.js";
import type { Defect } from "./defect.js";
import { defectsIn } from "./find.js";

/**
 * Why driving stopped, or evidence is missing: the harness's own judgement if the trace holds one, with what was known before in
 * second place. What happened under a fault happened because of the fault, and explains nothing.
 */
export function explain(entries: readonly TraceEntry[], known: Cause): Cause {
  if (known.entry !== undefined || ours.has(known.code)) return known;
  const defects = defectsIn(undisturbed(entries));
  // A call without an answer may go on after the end of its scenario, when its account does not exist any more.
  const isOver = (code: string): boolean => known.code === "driver-silent" && code === "login-unknown-account";
  const defect = lastStop(
    defects.filter(({ code }) => !isOver(code)),
    failedCall(entries),
  );
  return defect === undefined ? known : causeFrom(defect, known);
}

/** Causes that are about the run, and not about what the provider did. */
const ours: ReadonlySet<string> = new Set([
  "harness-fault",
  "journal-overflow",
  "interrupted",
  "not-in-trace",
  "unsupported",
  "declared-not-offered",
  "http-without-tls",
  // Nobody waited for the end of such a call. What comes of it later finds another scenario.
  "driver-silent",
]);

/** Why a check failed: the judgement at a frame that its findings cite, or else what the driver reported as an error. */
export function explainFailure(entries: readonly TraceEntry[], findings: readonly Finding[]): Cause | null {
  const cited = new Set(findings.flatMap(({ at }) => framesIn(at)));
  const all = defectsIn(entries);
  const said = lastError(entries, cited);
  const defect =
    all.find(({ entry }) => cited.has(entry)) ??
    all.find(
      ({ entry, stops }) => stops && entries.some((each) => each.seq === entry && isAbout(each, cited, entries)),
    ) ??
    stopBefore(entries, cited);
  if (defect !== undefined) return causeFrom(defect, said);
  return said === undefined ? null : { ...said, message: `The provider reports ${said.message}` };
}

/** Nothing came of what was to be judged, and the connection or the account had been lost before. */
function stopBefore(entries: readonly TraceEntry[], cited: ReadonlySet<number>): Defect | undefined {
  const until = cited.size === 0 ? Number.POSITIVE_INFINITY : Math.max(...cited);
  const all = new Set(entries.flatMap(({ kind, seq }) => (ofConnection.has(kind) ? [seq] : [])));
  return defectsIn(undisturbed(entries)).findLast(({ entry, stops }) => stops && entry <= until && all.has(entry));
}

const ofConnection: ReadonlySet<TraceEntry["kind"]> = new Set(["enlistment", "login", "handshake", "bad-frame"]);

/** Whether an entry is the outcome of one that is cited: the connection of a handshake, the message of a stanza. */
function isAbout(entry: TraceEntry, cited: ReadonlySet<number>, entries: readonly TraceEntry[]): boolean {
  if (entry.kind === "opened") return cited.has(entry.of);
  if (entry.kind === "media") {
    const { messageId } = entry;
    return entries.some((each) => cited.has(each.seq) && each.kind === "opened" && each.messageId === messageId);
  }
  if (entry.kind !== "login" && entry.kind !== "handshake" && entry.kind !== "bad-frame") return false;
  return entries.some(
    (each) => cited.has(each.seq) && each.kind === "handshake" && each.connection === entry.connection,
  );
}

function framesIn(at: string): readonly number[] {
  return [...at.matchAll(/\bframe (\d+)/g)].map((match) => Number(match[1]));
}

function undisturbed(entries: readonly TraceEntry[]): readonly TraceEntry[] {
  const fault = entries.findIndex(
    (entry) => entry.kind === "fault" && entry.event === "applied" && !isProbe(entry.fault),
  );
  return fault === -1 ? entries : entries.slice(0, fault);
}

/** A fault that asks which mistake a client makes, after its own attempts have failed. */
function isProbe(fault: string): boolean {
  return fault === "handshake-mistake";
}

/** The last call that failed, from request to response. */
function failedCall(entries: readonly TraceEntry[]): readonly [from: number, to: number] | undefined {
  const response = entries.findLast(
    (entry): entry is DriverEntry => entry.kind === "driver" && entry.error !== undefined,
  );
  const request = entries.findLast(
    (entry) => entry.kind === "driver" && entry.part === "request" && entry.call === response?.call,
  );
  return response && [request?.seq ?? 0, response.seq];
}

/** The last that happened during the call, or else the last at all. */
function lastStop(
  defects: readonly Defect[],
  call: readonly [from: number, to: number] | undefined,
): Defect | undefined {
  const stops = defects.filter((defect) => defect.stops);
  const during = call && stops.findLast(({ entry }) => entry > call[0] && entry < call[1]);
  return during ?? stops.at(-1);
}

/** The last error event of the provider about a cited message; where nothing is cited, the only one that there is. */
function lastError(entries: readonly TraceEntry[], cited: ReadonlySet<number>): Cause | undefined {
  const errors = entries.filter((entry): entry is EventEntry => entry.kind === "event" && entry.event.kind === "error");
  const own = entries.flatMap((entry) => (cited.has(entry.seq) ? messageIdOf(entry) : [])).filter((id) => id !== "");
  const isAboutCited = ({ seq, event }: EventEntry): boolean =>
    cited.has(seq) || own.some((id) => textOf(event["detail"]).includes(id));
  const found = cited.size === 0 && errors.length === 1 ? errors[0] : errors.findLast(isAboutCited);
  if (found === undefined) return undefined;
  const { code, detail } = found.event;
  const message = `error ${textOf(code)}${typeof detail === "string" ? ` (${detail.slice(0, 300)})` : ""}`;
  return { code: textOf(code), message, entry: found.seq };
}

function messageIdOf(entry: TraceEntry): readonly string[] {
  if (entry.kind === "event") return entry.event.kind === "message" ? [textOf(entry.event["id"])] : [];
  if (entry.kind === "stanza") return entry.node.tag === "message" ? [entry.node.attrs["id"] ?? ""] : [];
  return "messageId" in entry && entry.messageId ? [entry.messageId] : [];
}

function causeFrom({ stops: _stops, proof: _proof, ...defect }: Defect, said: Cause | undefined): Cause {
  return said === undefined ? defect : { ...defect, said: { code: said.code, message: said.message } };
}
