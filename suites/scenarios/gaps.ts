import { establish } from "../kit/established.js";
import { scenario } from "../kit/index.js";

/** Messages of one session that come late, that are missing in large numbers, and in absurd ones. */
export const gaps = scenario(
  "scenarios/gaps",
  ["text", "text-receive"],
  async (context) => {
    const { meta } = context;
    const { alice, bob, hears, says } = await establish(context);
    const { skippedMessages, maximumJump } = meta.profile.session;
    meta.arm({ fault: "message-held-back", times: 2 });
    const late = await bob.send(alice.login, { type: "text", text: "I am late." });
    const later = await bob.send(alice.login, { type: "text", text: "So am I." });
    await hears("I was quicker than two others.");
    for (const { id } of [late, later]) await alice.event("message", (event) => event["id"] === id);
    meta.arm({ fault: "messages-skipped", params: { count: skippedMessages } });
    await hears("As many as a reader must skip are missing before me.");
    if (meta.profile.session.engine !== "x3dh-v3") return;
    meta.arm({ fault: "messages-skipped", params: { count: maximumJump + 1 } });
    await bob.send(alice.login, { type: "text", text: "More are missing than anyone could have sent." });
    // An answer begins a new chain, in which counting starts anew.
    await says("How many?");
    await hears("I lost count.");
  },
  { heavy: true },
);
