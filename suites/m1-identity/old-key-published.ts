import { check } from "../kit/index.js";
import { enlistmentsWithToken, keySetAnswers, publishedIds, tokenRotation } from "../scenarios/enlistment.js";

export default check("m1-identity/old-key-published", {
  requirement: "M1-70",
  scenario: tokenRotation,
  reached(trace) {
    const [before, ...after] = enlistmentsWithToken(trace);
    return before === undefined || after.length === 0 ? [] : [before];
  },
  judge({ expect, reached: [before], trace }) {
    expect(
      "kid of the token before the rotation",
      before.token.header["kid"],
      keySetAnswers(trace).at(-1) ?? before,
    ).isOneOf(publishedIds(trace));
  },
  hint: "Keep the old key published until its last token has expired.",
  mutants: { "withdraws-old-key": "kid of the token before the rotation" },
});
