import { check } from "../kit/index.js";
import { enlistmentsWithToken, keySetAnswers, keysIn } from "../scenarios/enlistment.js";

export default check("m1-identity/token-rotation", {
  requirement: "M1-10",
  needs: ["token-rotation"],
  async drive({ provider }) {
    await provider.enlistedUser();
    await provider.rotateToken();
    const afterwards = await provider.newUser();
    await afterwards.tryEnlist();
  },
  reached(trace) {
    const [before, ...after] = enlistmentsWithToken(trace);
    return before === undefined || after.length === 0 ? [] : [before, ...after];
  },
  judge({ expect, reached, trace }) {
    const [before, after] = reached;
    const latest = keySetAnswers(trace).at(-1);
    const published = latest === undefined ? [] : (keysIn(latest) ?? []).map((key) => key["kid"]);
    expect("kid after the rotation", after?.token.header["kid"], after).isNot(before.token.header["kid"]);
    expect("kid of the new token", after?.token.header["kid"], after).isOneOf(published);
    expect("kid of the token before the rotation", before.token.header["kid"], latest).isOneOf(published);
    expect("enlistment after the rotation", after?.token.verdict, after).is("ok");
  },
  hint: "Publish the new key before the first token that it signs, and keep the old one published until its last token has expired.",
  mutants: {
    "rotates-without-publishing": "kid of the new token",
    "withdraws-old-key": "kid of the token before the rotation",
  },
});
