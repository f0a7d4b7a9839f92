import { enlistUnder, expectNotEnlisted } from "../kit/enlisting.js";
import { check } from "../kit/index.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m1-identity/enlistment-answer-malformed", {
  requirement: "M1-30",
  drive: (context) =>
    enlistUnder(context, ...forms.map((form) => ({ fault: "enlistment-answer-malformed", params: { form } }) as const)),
  reached: appliedFaults,
  judge: ({ expect, reached, trace }) => expectNotEnlisted(expect, trace, reached),
  hint: 'Read the JSON body strictly: without status "ok" and a login in it nobody is enlisted. Report a failure.',
  mutants: { "makes-up-login": "answer to user.enlist" },
});

const forms = ["not-json", "truncated", "no-login", "no-status", "empty"] as const;
