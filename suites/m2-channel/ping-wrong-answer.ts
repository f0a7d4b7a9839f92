import { noticesDeadServer } from "../kit/pings.js";

export default noticesDeadServer("m2-channel/ping-wrong-answer", {
  requirement: "M2-20",
  fault: "ping-wrong-id",
  hint: "Match answers to requests by their id: a result with another id answers nothing.",
  mutants: ["accepts-any-ping-answer", "ignores-dead-peer"],
});
