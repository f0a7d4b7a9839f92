import { scenario } from "../kit/index.js";
import { isOpening } from "../kit/texts.js";

/**
 * Two people talk: two texts from the provider's user before any answer, an answer, one more text each way, and two texts
 * after a new login. Texts leave ASCII on purpose.
 */
export const conversation = scenario("scenarios/conversation", ["text", "text-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();

  const says = async (text: string): Promise<void> => {
    const { id } = await alice.send(bob.jid, { type: "text", text });
    await wait("opened", isOpening(id));
    if (provider.capabilities.has("receipts")) {
      await alice.event("receipt", (event) => Array.isArray(event["ids"]) && event["ids"].includes(id));
    }
  };
  const hears = async (text: string): Promise<void> => {
    const { id } = await bob.send(alice.login, { type: "text", text });
    await alice.event("message", (event) => event["id"] === id);
    await wait(
      "stanza",
      ({ direction, node }) => direction === "in" && node.tag === "receipt" && node.attrs["id"] === id,
    );
  };

  await says("Hello Bob, this is Alice. Grüße aus Łódź");
  await says("Are you there? 👋🏽");
  await hears("Hello Alice, I read you. 日本語も 👍");
  await says("Good. One more after your answer.");
  await hears("And one more from me: \u202bعربي\u202c");
  await alice.disconnect();
  await alice.connect();
  await says("Back again on a new connection.");
  await says("And one more behind it.");
});
