import type { EnlistmentEntry, LoginEntry, Problem, TraceToken } from "../model/trace.js";
import { type Defect, defectAt } from "./defect.js";
import { type Proof, proofOf } from "./proof.js";

/** What is wrong with an enlistment; what made it fail comes first. */
export function enlistmentDefects(entry: EnlistmentEntry): readonly Defect[] {
  const { outcome, problems, signatureValid, token } = entry;
  const stops = "reason" in outcome;
  const found = [
    ...problems.map(({ argument, code, message }) =>
      defectAt(entry, {
        problem: { code, message },
        subject: argument === "" ? "The enlistment cannot be used" : `The enlistment's ${argument} is wrong`,
        proof: proofOf(code),
        stops,
      }),
    ),
    ...(signatureValid === false ? [defectAt(entry, { ...badSignature, stops })] : []),
    ...tokenProblem(token).map((problem) =>
      defectAt(entry, {
        problem,
        subject: "The token at enlistment is refused",
        proof: proofOf(problem.code),
        stops,
      }),
    ),
  ];
  return found.length > 0 || !stops ? found : [defectAt(entry, { ...unexplained(outcome.reason), stops })];
}

const badSignature = {
  problem: {
    code: "signed-pre-key-signature",
    message:
      "Verify e_skey_sig: found one that does not fit, wanted the XEdDSA signature by e_ident over 05 and the 32 bytes of e_skey_val",
  },
  subject: "The signature of the signed pre-key does not verify",
  proof: "bytes",
} as const;

/** Nothing in the request shows why: a fault may have refused it. */
function unexplained(reason: string): { readonly problem: Problem; readonly subject: string; readonly proof: Proof } {
  return {
    problem: { code: "enlistment-refused", message: `Enlist: found reason ${reason}, wanted none` },
    subject: "The enlistment is refused",
    proof: "time",
  };
}

function tokenProblem(token: TraceToken | undefined): readonly Problem[] {
  if (token === undefined || token.verdict === "ok") return [];
  return [{ code: token.verdict, message: token.reason ?? `Verify token: found ${token.verdict}, wanted ok` }];
}

export function loginDefects(entry: LoginEntry): readonly Defect[] {
  const { outcome, problem } = entry;
  if (outcome === "accepted" || problem === undefined) return [];
  return [defectAt(entry, { problem, subject: "The login is refused", proof: proofOf(problem.code), stops: true })];
}
