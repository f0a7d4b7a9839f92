import { reportsFailure } from "../scenarios/enlistment.js";

export default reportsFailure("m1-identity/enlistment-server-error", {
  requirement: "M1-31",
  faults: [{ fault: "enlistment-server-error", params: { status: 503 } }],
  hint: "Take an HTTP status from 500 on for a failure, and report it; the user can be enlisted later.",
  mutants: ["enlists-despite-server-error"],
});
