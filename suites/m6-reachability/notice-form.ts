import { hasForm } from "../kit/requests.js";
import { reachability } from "../scenarios/requests.js";

export default hasForm("m6-reachability/notice-form", {
  requirement: "M6-02",
  version: 2,
  scenario: reachability,
  method: "reachability.notify",
  parameter: "to",
  form: "reachability",
  name: "notice",
  mutants: ["notice-other-form"],
  refused: ["notice-states-reason"],
});
