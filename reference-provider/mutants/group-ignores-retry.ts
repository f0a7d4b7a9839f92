import { mutant } from "../behaviour/variation.js";

export default mutant("group-ignores-retry", "Does not answer retry receipts of members", {
  groups: { answersRetry: () => false },
});
