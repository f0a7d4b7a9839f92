import { scenario } from "../kit/index.js";

/** One enlisted user logs in, uploads keys, leaves in good order, and logs in again. */
export const login = scenario("scenarios/login", [], async ({ provider, wait }) => {
  const alice = await provider.enlistedUser();
  await alice.tryConnect();
  await wait("stanza", (entry) => entry.direction === "in" && entry.node.attrs["xmlns"] === "encrypt");
  await alice.disconnect();
  await alice.connect();
});
