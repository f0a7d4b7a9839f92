import { scenario } from "../kit/index.js";

/** A user is deleted, tries to come back as if nothing had been, and is then created and enlisted again. */
export const deletion = scenario("scenarios/deletion", ["deletion"], async ({ meta, provider, wait }) => {
  const alice = await provider.connectedUser();
  const connection = meta.session(alice.login)?.connection;
  await alice.delete();
  await wait("connection", (entry) => entry.event === "closed" && entry.connection === connection);
  await alice.tryConnect();
  const again = await provider.newUser(alice.id);
  await again.tryEnlist();
});
