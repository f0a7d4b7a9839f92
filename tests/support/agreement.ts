import { referenceProvider, runAgainst } from "../../cli/in-process.js";
import type { Check } from "../../harness/checks/check.js";
import type { ProviderVariant } from "../../harness/mutation/matrix.js";
import type { EntryOf, TraceEntry } from "../../harness/model/trace.js";
import type { RunResult } from "../../harness/model/result.js";
import { loadVariant } from "../../reference-provider/registry.js";

/** A check that passed on evidence which one side of the exchange refused. */
export interface Disagreement {
  readonly check: string;
  readonly what: string;
  /** Whether another check of the same scenario failed: the refusal is not passed over in silence. */
  readonly reported: boolean;
}

interface Run {
  readonly result: RunResult;
  readonly entries: readonly TraceEntry[];
}

/** Runs checks against a variant, or against the conformant provider. */
export async function disagreementsOf(
  variant: ProviderVariant | undefined,
  checks: readonly Check[],
  { profileName, patienceMs }: { readonly profileName: string; readonly patienceMs: number },
): Promise<readonly Disagreement[]> {
  const provider = referenceProvider(variant && loadVariant(variant.kind, variant.id));
  return disagreements(await runAgainst(provider, checks, patienceMs, { profileName }));
}

/** What was refused of the evidence of the checks that passed. */
export function disagreements({ result, entries }: Run): readonly Disagreement[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  return result.checks
    .filter(({ verdict }) => verdict === "pass")
    .flatMap(({ id, reached, scenario }) => {
      const refusals = reached.flatMap((seq) => {
        const entry = bySeq.get(seq);
        return entry === undefined ? [] : refusalsOf(entries, entry);
      });
      const reported = result.checks.some(
        (other) => other.scenario === scenario && (other.verdict === "fail" || other.verdict === "warn"),
      );
      return [...new Set(refusals)].map((what) => ({ check: id, what, reported }));
    });
}

/** In words: how either side refused what this entry shows; empty when both agree. */
function refusalsOf(entries: readonly TraceEntry[], entry: TraceEntry): readonly string[] {
  switch (entry.kind) {
    case "driver":
      return failureOf(entries, entry.call);
    case "handshake":
    case "login":
      return connectFailures(entries, entry);
    case "stanza":
      return entry.direction === "in" ? refusalsOfStanza(entries, entry) : [];
    case "opened": {
      const sent = entries.find((other) => other.seq === entry.of);
      return sent?.kind === "stanza" ? refusalsOfStanza(entries, sent) : [];
    }
    case "enlistment":
      return "reason" in entry.outcome ? ["enlistment refused"] : [];
    default:
      return [];
  }
}

function failureOf(entries: readonly TraceEntry[], call: number): readonly string[] {
  const response = entries.find(
    (entry): entry is EntryOf<"driver"> => entry.kind === "driver" && entry.part === "response" && entry.call === call,
  );
  return response?.error === undefined ? [] : [`${response.method} failed`];
}

/** The server accepted a login, and the call that asked for it failed. */
function connectFailures(
  entries: readonly TraceEntry[],
  { connection }: EntryOf<"handshake"> | EntryOf<"login">,
): readonly string[] {
  const login = entries.find((entry) => entry.kind === "login" && entry.connection === connection);
  const opened = entries.find((entry) => entry.kind === "connection" && entry.connection === connection);
  if (login?.kind !== "login" || opened === undefined) return [];
  if (login.outcome === "refused") return ["login refused"];
  const asked = entries.findLast(
    (entry) => entry.kind === "driver" && entry.part === "request" && entry.seq < opened.seq,
  );
  return asked?.kind === "driver" && asked.method === "user.connect" ? failureOf(entries, asked.call) : [];
}

function refusalsOfStanza(entries: readonly TraceEntry[], entry: EntryOf<"stanza">): readonly string[] {
  const answer = entries.find(
    (other) =>
      other.kind === "stanza" &&
      other.direction === "out" &&
      other.seq > entry.seq &&
      other.connection === entry.connection &&
      ["ack", "iq"].includes(other.node.tag) &&
      other.node.attrs["id"] === entry.node.attrs["id"],
  );
  const attrs = answer?.kind === "stanza" ? answer.node.attrs : {};
  return [
    ...(entry.violations.length > 0 ? [`${entry.node.tag} malformed`] : []),
    ...(attrs["error"] !== undefined || attrs["type"] === "error" ? [`${entry.node.tag} refused`] : []),
  ];
}
