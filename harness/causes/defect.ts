import type { Diagnosis, Problem, TraceEntry } from "../model/trace.js";
import type { Proof } from "./proof.js";

/** A judgement of the harness about what the provider did, as an entry of the trace holds it. */
export interface Defect {
  /** To group by: the code of the error, of the token's verdict, or of the rule. */
  readonly code: string;
  /** For people; ends without a full stop. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** `seq` of the entry. */
  readonly entry: number;
  /** Whether it ends what the provider was about to do: an enlistment, a login, a connection, a message. */
  readonly stops: boolean;
  readonly proof: Proof;
}

interface DefectParts extends Omit<Defect, "code" | "message" | "entry"> {
  readonly problem: Problem;
  /** What was refused, dropped or unreadable, for example "The token at enlistment is refused". */
  readonly subject: string;
  readonly diagnosis?: Diagnosis | undefined;
}

/**
 * A defect from an error of this project, whose message has the form "what was attempted: found …, wanted …". A known
 * mistake that fits says more than the error, and comes in its place.
 */
export function defectAt({ seq }: TraceEntry, parts: DefectParts): Defect {
  const { problem, subject, diagnosis, proof, stops } = parts;
  const { found = parts.found, expected = parts.expected } = comparison(problem.message);
  return {
    code: problem.code,
    message:
      diagnosis === undefined
        ? `${subject}: ${unstopped(problem.message)}`
        : `${unstopped(diagnosis.sentence)}. ${subject}`,
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
    entry: seq,
    stops,
    proof,
  };
}

/** "Read e_ident: found 33 bytes, wanted 32" and "Read frame: text found, wanted binary" in parts. */
export function comparison(message: string): Partial<Pick<Defect, "expected" | "found">> {
  const [, found, expected] =
    /: found (.+), wanted (.+)$/s.exec(message) ?? /: (.+) found, wanted (.+)$/s.exec(message) ?? [];
  return found === undefined || expected === undefined ? {} : { found, expected };
}

function unstopped(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
