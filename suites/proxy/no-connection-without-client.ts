import { check } from "../kit/index.js";
import { firstLeave, logins, proxied } from "../scenarios/proxied.js";

export default check("proxy/no-connection-without-client", {
  requirement: "PX-03",
  version: 2,
  scenario: proxied,
  reached: firstLeave,
  judge({ expect, reached: [left], trace }) {
    const later = trace.after(left);
    const [{ account } = { account: "" }] = logins(trace);
    const wanted = logins(later).flatMap((login) => (login.account === account ? [] : login.connection));
    const alone = later.of("connection", ({ event, connection }) => event === "opened" && !wanted.includes(connection));
    expect("connections to Meta that no client uses", alone.length, alone[0] ?? left).is(0);
  },
  hint: "Connect to Meta when a client does, and never in its absence: wake the client by a push of your own instead.",
  mutants: {
    "proxy-returns-alone": "connections to Meta that no client uses",
    "proxy-returns-for-the-absent": "connections to Meta that no client uses",
  },
  lawful: ["through-a-proxy"],
});
