import { reportsFailure } from "../scenarios/enlistment.js";

export default reportsFailure("m1-identity/enlistment-answer-malformed", {
  requirement: "M1-30",
  faults: ["not-json", "truncated", "no-login", "no-status", "empty"].map((form) => ({
    fault: "enlistment-answer-malformed",
    params: { form },
  })),
  hint: 'Read the JSON body strictly: without status "ok" and a login in it, the user is not enlisted. Report a failure.',
  mutants: ["makes-up-login"],
});
