import { showText } from "../kit/conversation.js";
import { check } from "../kit/index.js";

/** "About ten seconds" is what is known: a client that needs more than this many times as long has no time-out. */
const tolerance = 2.5;

export default check("m4-features/typing-expires", {
  requirement: "M4-93",
  needs: ["text-receive", "typing"],
  timeBound: "a typing state ends after about ten seconds",
  slow: "a typing state is shown for ten seconds",
  async drive(context) {
    const { alice, bob } = await showText(context);
    bob.typing(alice.login, "composing");
    await alice.event("typing", (event) => event["state"] === "composing");
    const { shownMs } = context.meta.profile.typing;
    await alice.event("typing", (event) => event["state"] === "paused", shownMs * tolerance);
  },
  // Shown at all; whether it is, m4-features/typing-in judges.
  reached: (trace) => trace.of("event", ({ event }) => event.kind === "typing" && event["state"] === "composing")[0],
  judge({ expect, reached: [begun], trace, profile }) {
    const [over] = trace
      .after(begun)
      .of("event", ({ event }) => event.kind === "typing" && event["state"] === "paused");
    const shown = over === undefined ? `for more than ${(profile.typing.shownMs * tolerance) / 1000} s` : "for a while";
    expect("contact who says no more shown as typing", shown, over ?? begun).is("for a while");
  },
  hint: "A contact may go away while typing, and nobody tells: show it for about ten seconds after the last sign.",
  mutants: { "typing-shown-for-ever": "contact who says no more shown as typing" },
});
