import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/server-hello-tampered", {
  requirement: "M2-15",
  fault: "server-hello-tampered",
  params: { part: "payload" },
  hint: "Check the authentication tag of every encrypted part of the server's message before you use or answer it.",
  mutants: ["skips-server-hello-tag"],
});
