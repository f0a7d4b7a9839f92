import { noticesDeadServer } from "../kit/pings.js";

export default noticesDeadServer("m2-channel/ping-unanswered", {
  requirement: "M2-19",
  fault: "ping-unanswered",
  hint: "When a ping stays without an answer for the reply time, close the connection and log in again.",
  mutants: ["ignores-dead-peer"],
});
