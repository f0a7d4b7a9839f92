import { scenario } from "../kit/index.js";

/** One new user enlists. Identity checks judge the form, the token and the key set that this brings to light. */
export const enlistment = scenario("scenarios/enlistment", [], async ({ meta, provider }) => {
  // A key set that was fetched for an earlier exchange has run out, so that this one shows the fetch.
  meta.clock.advance(meta.profile.keySet.cacheSeconds * 1000);
  const alice = await provider.newUser();
  await alice.tryEnlist();
});
