import { expectNewLogin, loseServer } from "../kit/dead-peer.js";
import { check } from "../kit/index.js";
import { appliedFaults } from "../kit/refusals.js";

export default check("m2-channel/ping-wrong-answer", {
  requirement: "M2-20",
  needs: ["timing"],
  drive: (context) => loseServer(context, "ping-wrong-id"),
  reached: appliedFaults,
  judge: ({ expect, reached: [fault], trace }) => expectNewLogin(expect, trace, fault),
  hint: "Match answers to requests by their id: a result with another id answers nothing.",
  mutants: {
    "accepts-any-ping-answer": "side that closes a connection without answers to its pings",
    "ignores-dead-peer": "side that closes a connection without answers to its pings",
  },
});
