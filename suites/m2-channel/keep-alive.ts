import { check } from "../kit/index.js";
import { isPing } from "../kit/pings.js";

export default check("m2-channel/keep-alive", {
  requirement: "M2-18",
  needs: ["timing"],
  timeBound: "a ping is sent whenever the keep-alive time is over",
  async drive({ provider, wait }) {
    await provider.connectedUser();
    const first = await wait("stanza", isPing);
    if (first !== undefined) await wait("stanza", isPing, { after: first });
  },
  reached: (trace) => trace.of("login", (entry) => entry.outcome === "accepted"),
  judge({ expect, trace, reached: [accepted] }) {
    const pings = trace.stanzas.where(isPing).list;
    expect("pings on an idle connection", pings.length, pings[0] ?? accepted).isAtLeast(2);
  },
  hint: "Send an iq of type get in namespace w:p to the server whenever the keep-alive time has passed.",
  mutants: { "never-pings": "pings on an idle connection" },
  lawful: ["ping-with-child", "extra-pings"],
});
