import { check } from "../kit/index.js";
import { enlistmentsWithToken, publishedIds, tokenRotation } from "../scenarios/enlistment.js";

export default check("m1-identity/token-rotation", {
  requirement: "M1-10",
  version: 2,
  scenario: tokenRotation,
  reached(trace) {
    const [before, ...after] = enlistmentsWithToken(trace);
    return before === undefined || after.length === 0 ? [] : [before, ...after];
  },
  judge({ expect, reached, trace }) {
    const [before, after] = reached;
    expect("kid after the rotation", after?.token.header["kid"], after).isNot(before.token.header["kid"]);
    expect("kid of the new token", after?.token.header["kid"], after).isOneOf(publishedIds(trace));
    expect("enlistment after the rotation", after?.token.verdict, after).is("ok");
  },
  hint: "Publish the new key before the first token that it signs.",
  mutants: { "rotates-without-publishing": "kid of the new token" },
});
