import type { HttpEntry, MediaEntry, OpenedEntry } from "../model/trace.js";
import { type Defect, defectAt } from "./defect.js";
import { proofOf } from "./proof.js";

/** What a simulated WhatsApp user could not open. */
export function openedDefects(entry: OpenedEntry): readonly Defect[] {
  const { error, field, file, from, messageId, diagnosis, padding, sentTo, user } = entry;
  const subject = `The WhatsApp user cannot read message ${messageId}`;
  const found: Defect[] = [];
  if (error === undefined && sentTo !== undefined && from !== user) {
    const message = `Read content: found it in deviceSentMessage (field 31), wanted it at the top: only copies for the sender's own devices are wrapped so`;
    const problem = { code: "content-for-own-devices", message };
    found.push(defectAt(entry, { problem, subject, proof: "bytes", stops: true }));
  }
  if (error !== undefined) {
    const detail = field === undefined ? "" : ` (${field.path}: found ${field.found})`;
    const last = padding === undefined || error !== "bad-padding" ? "" : ` (the last byte says ${padding.length})`;
    const message = `${entry.message ?? `Open message: found ${error}`}${detail}${last}`;
    const problem = { code: error, message };
    found.push(defectAt(entry, { problem, subject, diagnosis, proof: proofOf(error), stops: true }));
  }
  if (file !== undefined && "error" in file) {
    const problem = { code: file.error, message: `Open file: found ${file.error}` };
    const whose = `The file of message ${messageId} cannot be opened`;
    found.push(defectAt(entry, { problem, subject: whose, proof: proofOf(file.error), stops: true }));
  }
  return found;
}

/** What a simulated WhatsApp user found in a file that it fetched from the provider's media host. */
export function mediaDefects(entry: MediaEntry): readonly Defect[] {
  const { messageId, path, status, broken, problems, diagnosis } = entry;
  const subject = `The file of message ${messageId} is of no use`;
  const [first] = problems;
  if (first !== undefined) {
    const message = `Open file: found ${problems.join(", ")}`;
    return [
      defectAt(entry, { problem: { code: first, message }, subject, diagnosis, proof: proofOf(first), stops: true }),
    ];
  }
  if (broken === undefined && (status === 200 || status === undefined)) return [];
  if (!path.startsWith("/")) {
    const problem = {
      code: broken ?? "media-status",
      message: `Read directPath: found ${path}, wanted a path alone that begins with /, without scheme and host`,
    };
    return [defectAt(entry, { problem, subject, proof: "bytes", stops: true })];
  }
  const message = `Fetch ${path}: found ${broken ?? `status ${status ?? ""}`}, wanted status 200 and all of the file`;
  const problem = { code: broken ?? "media-status", message };
  return [defectAt(entry, { problem, subject, proof: "time", stops: true })];
}

/** A server of the provider answered with an error, or broke off. */
export function httpDefects(entry: HttpEntry): readonly Defect[] {
  const { part, by, server, status, method, url, broken } = entry;
  if (part !== "response" || by !== "provider") return [];
  const failed = status !== undefined && status >= 400 && server === "keys";
  if (broken === undefined && !failed) return [];
  const message = `${method} ${url}: found ${broken ?? `status ${status ?? ""}`}, wanted a complete answer`;
  const subject = `The provider's server (${server}) cannot be used`;
  return [
    defectAt(entry, { problem: { code: broken ?? "http-status", message }, subject, proof: "time", stops: failed }),
  ];
}
