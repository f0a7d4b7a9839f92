import { scenario } from "../kit/index.js";
import { leave } from "../kit/leave.js";
import { forgeries } from "../kit/pushes.js";
import { exchangeText } from "../kit/texts.js";

/**
 * Meta wakes a user who is away. Then others try, each with something else wrong about the token. A provider that lets
 * itself be woken is sent away again, so that every attempt is made.
 */
export const pushes = scenario("scenarios/pushes", ["push", "text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await exchangeText(context);
  await leave(context, alice);
  const woken = await bob.send(alice.login, { type: "text", text: "Wake up." });
  await alice.event("message", (event) => event["id"] === woken.id);

  for (const kind of forgeries) {
    await leave(context, alice);
    meta.arm({ fault: "push-forged", params: { kind } });
    await bob.send(alice.login, { type: "text", text: `Not everybody may wake you: ${kind}` });
    const forged = await wait("fault", ({ event, params }) => event === "applied" && params["kind"] === kind);
    if (forged === undefined) return;
    const answer = await wait("http", ({ server, part }) => server === "push" && part === "response", {
      after: forged,
    });
    if (answer === undefined || (answer.status ?? 0) >= 300) continue;
    await wait("login", ({ outcome }) => outcome === "accepted", { after: forged });
  }
});
