import { exchangeText } from "../kit/texts.js";
import { scenario } from "../kit/index.js";

/** A message that does not decrypt, however often its sender repeats it; and one behind it that does. */
export const neverOpens = scenario("scenarios/never-opens", ["text-receive"], async (context) => {
  const { meta, wait } = context;
  const { alice, bob } = await exchangeText(context);
  const { maximumRetries } = meta.profile.receipts;
  // The message, and what a sender answers to each of the requests that it may get.
  meta.arm({ fault: "ciphertext-corrupted", times: 1 + maximumRetries });
  const { id } = await bob.send(alice.login, { type: "text", text: "You will never read this." });
  const lastRequest = await wait(
    "stanza",
    ({ direction, node }) =>
      direction === "in" &&
      node.attrs["id"] === id &&
      node.children?.some(({ tag, attrs }) => tag === "retry" && attrs["count"] === `${maximumRetries}`) === true,
  );
  if (lastRequest !== undefined) {
    await wait(
      "stanza",
      ({ direction, node }) => direction === "out" && node.attrs["id"] === id && node.tag === "message",
      {
        after: lastRequest,
      },
    );
  }
  const next = await bob.send(alice.login, { type: "text", text: "But this." });
  await alice.event("message", (event) => event["id"] === next.id);
  await wait("stanza", ({ direction, node }) => direction === "in" && node.attrs["id"] === next.id);
});
