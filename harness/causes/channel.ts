import { textOf } from "../model/words/entry.js";
import { isRecord } from "../../core/is-record.js";
import type { BadFrameEntry, Diagnosis, HandshakeEntry, LoginEntry, StanzaEntry, TraceEntry } from "../model/trace.js";
import { type Defect, defectAt } from "./defect.js";
import { proofOf } from "./proof.js";

export function handshakeDefects(entry: HandshakeEntry, entries: readonly TraceEntry[]): readonly Defect[] {
  if (entry.message === "server-hello") return abandoned(entry, entries);
  if (entry.message !== "failed") return [];
  const { code, message } = entry.fields;
  const problem = { code: textOf(code), message: textOf(message) };
  const parts = {
    problem,
    subject: "The handshake fails at the server",
    proof: proofOf(problem.code),
    stops: true,
  } as const;
  return [defectAt(entry, { ...parts, diagnosis: diagnosisIn(entry) })];
}

/** The harness itself wrote this member. */
function diagnosisIn({ fields }: HandshakeEntry): Diagnosis | undefined {
  return fields["diagnosis"] as Diagnosis | undefined;
}

/** Code of the defect when a client leaves after the server's message. */
export const handshakeLeft = "handshake-left";

/** The client left instead of answering the server's message. Its own words say which step it did not like. */
function abandoned(hello: HandshakeEntry, entries: readonly TraceEntry[]): readonly Defect[] {
  const later = entries.filter(
    (entry) => entry.seq > hello.seq && "connection" in entry && entry.connection === hello.connection,
  );
  const [next] = later;
  if (next !== undefined && (next.kind !== "connection" || next.event !== "closed")) return [];
  if (next?.by !== "provider" && !entries.some((entry) => givesUp(entry, hello.seq, next?.seq))) return [];
  const message = "Finish the handshake: found the connection closed, wanted the third message";
  const subject =
    "The client leaves the handshake after the server's message, which it could not decrypt or whose certificates it did not trust";
  const problem = { code: handshakeLeft, message };
  return [defectAt(hello, { problem, subject, proof: "time", stops: true, diagnosis: probe(entries) })];
}

/** The driver may say so before its client has closed the connection. */
function givesUp(entry: TraceEntry, after: number, before = Number.POSITIVE_INFINITY): boolean {
  const isFailure = entry.kind === "driver" && entry.method === "user.connect" && entry.error !== undefined;
  return isFailure && entry.seq > after && entry.seq < before;
}

/** The mistake with which the server computed a handshake in which the client went on: the client makes it too. */
function probe(entries: readonly TraceEntry[]): Diagnosis | undefined {
  for (const hello of entries) {
    if (hello.kind !== "handshake" || hello.message !== "server-hello" || !isRecord(hello.fields["mistake"])) continue;
    const answered = entries.some(
      (entry) =>
        entry.kind === "handshake" &&
        entry.connection === hello.connection &&
        (entry.message === "client-finish" || entry.message === "failed"),
    );
    const { mistake, sentence } = hello.fields["mistake"];
    if (!answered) continue;
    return {
      mistake: textOf(mistake),
      sentence: `Your client goes on if the server makes the same known mistake: ${textOf(sentence)}`,
    };
  }
  return undefined;
}

/** Code of the defect when a client leaves after the first frame that it gets. */
export const firstFrameLeft = "first-frame-left";

/** The server took the login, and the client left without a frame of its own, during the call that was to connect it. */
export function leftAfterLogin(login: LoginEntry, entries: readonly TraceEntry[]): readonly Defect[] {
  if (login.outcome !== "accepted") return [];
  const later = entries.filter(
    (entry) => entry.seq > login.seq && "connection" in entry && entry.connection === login.connection,
  );
  const closed = later.find((entry) => entry.kind === "connection" && entry.event === "closed");
  const isHeard = later.some((entry) => entry.by === "provider" && entry.kind !== "connection");
  if (isHeard || closed?.by !== "provider" || !entries.some((entry) => isFailedDuring(entry, login.seq, entries)))
    return [];
  const message = "Go on after the login: found the connection closed, wanted the first frame of the client";
  const subject =
    "The client leaves after the server's first frame, which it could not decrypt or read: it decrypts with the second key of Split (the last 32 bytes), counts from 0, with no associated data; a flag byte comes before the stanza";
  return [defectAt(login, { problem: { code: firstFrameLeft, message }, subject, proof: "time", stops: true })];
}

function isFailedDuring(entry: TraceEntry, seq: number, entries: readonly TraceEntry[]): boolean {
  if (entry.kind !== "driver" || entry.method !== "user.connect" || entry.error === undefined) return false;
  const request = entries.find((each) => each.kind === "driver" && each.part === "request" && each.call === entry.call);
  return request !== undefined && request.seq < seq && entry.seq > seq;
}

export function badFrameDefects(entry: BadFrameEntry): readonly Defect[] {
  const { code, message, diagnosis, hex, offset } = entry;
  const authentic = code !== "decrypt-failed";
  const place = offset === undefined || hex === undefined ? "" : ` (byte ${offset} of ${hex.slice(0, 32)}…)`;
  return [
    defectAt(entry, {
      problem: { code, message: `${message}${authentic ? place : ""}` },
      subject: authentic ? "A frame decrypts but holds no stanza" : "A frame does not authenticate",
      diagnosis,
      proof: proofOf(code),
      stops: true,
    }),
  ];
}

export function stanzaDefects(entry: StanzaEntry): readonly Defect[] {
  if (entry.direction !== "in") return [];
  return entry.violations.map(({ path, rule, stanza, message }) =>
    defectAt(entry, {
      problem: { code: `stanza-${rule}`, message },
      subject: `The stanza ${stanza} does not fit its schema${path === "" ? "" : ` at ${path}`}`,
      proof: "bytes",
      stops: true,
    }),
  );
}
