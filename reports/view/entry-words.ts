import type { TraceEntry } from "../../harness/model/trace.js";
import { shorten } from "../text/printable.js";

/** Who speaks to whom. */
export function direction(entry: TraceEntry): string {
  switch (entry.kind) {
    case "clock":
    case "fault":
    case "scenario":
      return "harness";
    case "media":
    case "opened":
    case "sealed":
      return "WhatsApp user";
    case "driver":
      return entry.part === "request" ? "harness → driver" : "driver → harness";
    case "event":
      return "driver → harness";
    default:
      return entry.by === "provider" ? "provider → Meta" : "Meta → provider";
  }
}

/** What an entry is, in one line. */
export function headline(entry: TraceEntry): string {
  switch (entry.kind) {
    case "scenario":
      return entry.blocked === undefined ? `scenario ${entry.event}` : `stopped: ${entry.blocked.message}`;
    case "http":
      return entry.part === "request"
        ? `${entry.method} ${shorten(entry.url, 300)}`
        : `HTTP ${entry.status ?? "?"} to ${entry.method} ${shorten(entry.url, 300)}`;
    case "connection":
      return `${entry.transport} ${entry.connection} ${entry.event}${entry.reason === undefined ? "" : `: ${entry.reason}`}`;
    case "handshake":
      return `handshake, ${entry.message}`;
    case "enlistment":
      return "login" in entry.outcome ? `enlisted as ${entry.outcome.login}` : `refused: ${entry.outcome.reason}`;
    case "login":
      return `login of ${entry.account} ${entry.outcome}${entry.reason === undefined ? "" : ` with ${entry.reason}`}`;
    case "stanza":
      return `stanza of ${entry.size} bytes${entry.compressed ? ", compressed" : ""}, ${entry.account} on ${entry.connection}`;
    case "bad-frame":
      return `frame of ${entry.size} bytes that is no stanza: ${entry.message} [${entry.code}]`;
    case "opened":
      return entry.error === undefined
        ? `${entry.user} opened message ${entry.messageId} of frame ${entry.of}`
        : `${entry.user} could not open message ${entry.messageId} of frame ${entry.of}: ${entry.error}`;
    case "media":
      return entry.problems.length === 0
        ? `${entry.user} fetched the file of message ${entry.messageId}: ${entry.status ?? entry.broken ?? "no answer"}`
        : `${entry.user} cannot use the file of message ${entry.messageId}: ${entry.problems.join(", ")}`;
    case "sealed":
      return `${entry.user} sealed message ${entry.messageId} for ${entry.to}`;
    case "driver":
      return entry.error === undefined ? entry.method : `${entry.method} failed: ${entry.error.code}`;
    case "event":
      return `event ${entry.event.kind} for ${entry.user}`;
    case "fault":
      return `fault ${entry.fault} ${entry.event}`;
    case "clock":
      return `clock moved ${entry.advancedMs} ms ahead`;
  }
}
