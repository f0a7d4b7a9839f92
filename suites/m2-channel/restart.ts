import { check } from "../kit/index.js";
import { streamError, streamErrors } from "../kit/streams.js";
import { fromNow, untilLoggedIn } from "../kit/waiting.js";

export default check("m2-channel/restart", {
  requirement: "M2-28",
  async drive(context) {
    const alice = await context.provider.connectedUser();
    const session = context.meta.session(alice.login);
    const since = fromNow(context);
    session?.send(streamError("515"));
    session?.drop();
    await untilLoggedIn(context, since);
  },
  reached: streamErrors,
  judge({ expect, reached: [error], trace }) {
    const again = trace.after(error).of("login", (entry) => entry.outcome === "accepted")[0];
    expect("login after a restart request", again?.outcome ?? "none", again ?? error).is("accepted");
  },
  hint: "Stream error 515 asks for a new connection with the same identity: connect at once; it is no error for the user.",
  mutants: { "stops-after-515": "login after a restart request" },
});
