import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/short-ephemeral", {
  requirement: "M2-55",
  fault: "server-hello-short-ephemeral",
  hint: "Refuse a server key that does not have 32 bytes; neither pad nor cut it.",
  mutants: ["accepts-short-ephemeral"],
});
