import { hasForm } from "../kit/requests.js";
import { deletion } from "../scenarios/requests.js";

export default hasForm("m5-deletion/request-form", {
  requirement: "M5-02",
  version: 2,
  scenario: deletion,
  method: "user.delete",
  form: "deletion",
  name: "deletion request",
  mutants: ["deletion-other-form"],
});
