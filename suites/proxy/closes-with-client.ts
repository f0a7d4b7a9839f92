import { check } from "../kit/index.js";
import { closingOf } from "../kit/streams.js";
import { firstLeave, logins, proxied } from "../scenarios/proxied.js";

export default check("proxy/closes-with-client", {
  requirement: "PX-02",
  scenario: proxied,
  reached: firstLeave,
  judge({ expect, reached: [left], trace }) {
    const [first] = logins(trace);
    const closed = first && closingOf(trace, first.connection);
    const until = trace.after(left).of("login")[0];
    const inTime = closed !== undefined && (until === undefined || closed.seq < until.seq);
    expect("connection to Meta when the client has gone", inTime ? "closed" : "open", closed ?? left).is("closed");
  },
  hint: "Close the connection to Meta at once when the client closes its own.",
  mutants: { "proxy-keeps-upstream": "connection to Meta when the client has gone" },
  lawful: ["through-a-proxy"],
});
