import { connects } from "../kit/handshakes.js";

export default connects("m2-channel/silent-server", {
  requirement: "M2-17",
  needs: ["timing"],
  timeBound: "the client gives up on a silent server when the reply time is over",
  fault: "server-hello-withheld",
  outcome: "connect-failed",
  hint: "Give up on a server that does not answer the first handshake message (open clients wait 20 s), and report the failure.",
  mutants: ["waits-forever-for-hello"],
});
