import { establish } from "../kit/conversation.js";
import { scenario } from "../kit/index.js";
import { isOpening } from "../kit/texts.js";
import { fromNow } from "../kit/waiting.js";

/** A text that comes again after the restart, encrypted again. */
export const readBefore = "Read while there was light.";

export const lastBefore = "The last before the lights went out.";

/**
 * The provider writes, is killed and starts again, and writes on. It is asked for what it wrote after, then for what it
 * wrote before, and gets a message again that it has shown before.
 */
export const restarted = scenario("scenarios/restarted", ["text", "text-receive", "restart"], async (context) => {
  const { meta, provider, wait } = context;
  const { alice, bob, hears, says } = await establish(context);
  const heard = await hears(readBefore);
  const before = await says(lastBefore);
  await provider.restart();
  await alice.connect();
  await says("The first on a new start.");
  meta.arm({ fault: "retry-requested" });
  const second = await says("And the second.");
  const first = second === undefined ? undefined : await wait("opened", isOpening(second));
  if (first !== undefined) await wait("opened", isOpening(first.messageId), { after: first });
  if (before === undefined) return;
  const t = `${Math.floor(meta.clock.now() / 1000)}`;
  const since = fromNow(context);
  meta.session(alice.login)?.send({
    tag: "receipt",
    attrs: { id: before, from: bob.jid, type: "retry", t },
    children: [
      { tag: "retry", attrs: { id: before, count: "1", t, v: "1" } },
      { tag: "registration", attrs: {}, bytes: Buffer.from([0, 0, 1, 1]).toString("base64") },
    ],
  });
  await wait("opened", isOpening(before), since);
  await bob.send(alice.login, { type: "text", text: readBefore }, heard);
  await hears("Which of these have you seen before?");
});
