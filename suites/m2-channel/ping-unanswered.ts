import { expectNewLogin, loseServer } from "../kit/dead-peer.js";
import { check } from "../kit/index.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/ping-unanswered", {
  requirement: "M2-19",
  needs: ["timing"],
  drive: (context) => loseServer(context, "ping-unanswered"),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNewLogin(expect, trace, fault),
  hint: "When a ping stays without an answer for the reply time, close the connection and log in again.",
  mutants: { "ignores-dead-peer": "side that closes a connection without answers to its pings" },
});
