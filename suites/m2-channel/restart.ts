import { check } from "../kit/index.js";

export default check("m2-channel/restart", {
  requirement: "M2-28",
  async drive({ meta, provider, wait }) {
    const alice = await provider.connectedUser();
    const session = meta.session(alice.login);
    const before = meta.journal.entries.at(-1);
    session?.send({ tag: "stream:error", attrs: { code: "515" } });
    session?.drop();
    await wait("login", (entry) => entry.outcome === "accepted", before === undefined ? {} : { after: before });
  },
  reached: (trace) => trace.stanzas.toProvider.tag("stream:error").list,
  judge({ expect, reached: [error], trace }) {
    const again = trace.after(error).of("login", (entry) => entry.outcome === "accepted")[0];
    expect("login after a restart request", again?.outcome ?? "none", again ?? error).is("accepted");
  },
  hint: "Stream error 515 asks for a new connection with the same identity: connect at once; it is no error for the user.",
  mutants: { "stops-after-515": "login after a restart request" },
});
