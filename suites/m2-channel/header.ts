import { handshakes } from "../kit/handshakes.js";
import { check } from "../kit/index.js";
import { login } from "../scenarios/login.js";

export default check("m2-channel/header", {
  requirement: "M2-01",
  scenario: login,
  reached: (trace) => handshakes(trace, "header"),
  judge({ expect, reached, profile }) {
    for (const entry of reached) expect("header bytes", String(entry.fields["hex"]), entry).is(profile.channel.header);
  },
  hint: 'Begin each connection with the bytes 57 41 06 03 ("WA", protocol 6, dictionary 3), once, before the first frame.',
  mutants: { "header-wrong-dictionary": "header bytes" },
});
