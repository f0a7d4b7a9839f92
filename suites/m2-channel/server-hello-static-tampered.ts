import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/server-hello-static-tampered", {
  requirement: "M2-15",
  fault: "server-hello-tampered",
  params: { part: "static" },
  hint: "Check the authentication tag of the server's static key before you use the key.",
  mutants: ["skips-server-hello-tag"],
});
