import { scenario } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { exchangeText } from "../kit/texts.js";

/** Messages wait while the user is away; nobody says so, and the user comes back by chance. */
export const offline = scenario("scenarios/offline", ["text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await exchangeText(context);
  await leave(context, alice);
  meta.arm({ fault: "push-withheld", times: "always" });
  const ids: string[] = [];
  for (const text of ["While you were away: one", "two", "three"]) {
    ids.push((await bob.send(alice.login, { type: "text", text })).id);
  }
  await alice.connect();
  for (const id of ids) await alice.event("message", (event) => event["id"] === id);
  const last = ids.at(-1);
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === last);
});
