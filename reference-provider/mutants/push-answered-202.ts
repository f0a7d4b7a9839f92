import { mutant } from "../behaviour/variation.js";

export default mutant("push-answered-202", "Answers a push with status 202", {
  push: { answer: { status: 202, body: "" } },
});
