import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/zero-ephemeral", {
  requirement: "M2-16",
  fault: "server-hello-zero-ephemeral",
  hint: "Refuse a Diffie-Hellman result of all zeroes (RFC 7748 section 6.1).",
  mutants: ["accepts-zero-ephemeral"],
});
