import { calls, ending } from "../kit/calls.js";
import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";

export default check("m1-identity/enlistment-refused", {
  requirement: "M1-17",
  async drive({ meta, provider }) {
    const refused = await provider.newUser();
    meta.arm({ fault: "enlistment-refused", params: { reason: "bad_integrator" } });
    await refused.tryEnlist();
    // The same provider enlists well when Meta lets it, so Meta alone caused the refusal.
    await provider.enlistedUser();
  },
  reached: appliedFaults,
  judge({ expect, trace }) {
    const [refused] = calls(trace, "user.enlist");
    if (refused === undefined) return;
    expect("answer to user.enlist", ending(refused), refused.response).is("enlistment-rejected");
  },
  hint: 'Read the JSON body: the HTTP status is 200 even when "status" is "fail". Report the failure, and do not use the account.',
  mutants: { "trusts-http-200": "answer to user.enlist" },
});
