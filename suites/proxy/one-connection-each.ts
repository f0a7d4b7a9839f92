import { check } from "../kit/index.js";
import { closingOf } from "../kit/streams.js";
import { logins, proxied } from "../scenarios/proxied.js";

export default check("proxy/one-connection-each", {
  requirement: "PX-01",
  scenario: proxied,
  // The second client, which came while the first one was there.
  reached: (trace) => logins(trace)[1],
  judge({ expect, reached: [second], trace }) {
    const [first] = logins(trace);
    const asked = trace.of("driver", ({ method }) => method === "user.disconnect")[0];
    const meanwhile = asked === undefined ? trace : trace.before(asked);
    const closed = first && closingOf(meanwhile, first.connection);
    expect(
      "connection of a client when another one comes",
      closed === undefined ? "open" : "closed",
      closed ?? second,
    ).is("open");
    expect("connection shared by two clients", first?.connection === second.connection, second).is(false);
  },
  hint: "Open a connection to Meta for each client and leave the others alone.",
  mutants: { "proxy-one-client-at-a-time": "connection of a client when another one comes" },
  lawful: ["through-a-proxy"],
});
