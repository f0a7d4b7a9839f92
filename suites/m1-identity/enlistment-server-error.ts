import { enlistUnder, expectNotEnlisted } from "../kit/enlisting.js";
import { check } from "../kit/index.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m1-identity/enlistment-server-error", {
  requirement: "M1-31",
  drive: (context) => enlistUnder(context, { fault: "enlistment-server-error", params: { status: 503 } }),
  reached: appliedFaults,
  judge: ({ expect, reached, trace }) => expectNotEnlisted(expect, trace, reached),
  hint: "Take an HTTP status from 500 on for a failure, and report it; the user can be enlisted later.",
  mutants: { "enlists-despite-server-error": "answer to user.enlist" },
});
