import { scenario } from "../kit/index.js";

/** One new user enlists. Identity checks judge the form, the token and the key set that this brings to light. */
export const enlistment = scenario("scenarios/enlistment", [], async ({ provider }) => {
  const alice = await provider.newUser();
  await alice.tryEnlist();
});
