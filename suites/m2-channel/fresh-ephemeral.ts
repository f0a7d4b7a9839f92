import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/fresh-ephemeral", {
  requirement: "M2-03",
  scenario: login,
  reached(trace) {
    const hellos = handshakes(trace, "client-hello");
    return hellos.length < 2 ? [] : hellos;
  },
  judge({ expect, reached }) {
    const keys = reached.map((entry) => String(entry.fields["ephemeral"]));
    expect("ephemeral keys of several connections", keys, reached.at(-1)).isUnique();
  },
  hint: "Generate a new ephemeral key for each connection: reusing one gives up forward secrecy of the channel.",
  mutants: { "reuses-ephemeral": "ephemeral keys of several connections" },
});
