import { mutant } from "../behaviour/variation.js";

export default mutant("push-answered-with-body", "Answers a push with a body", {
  push: { answer: { status: 200, body: "ok" } },
});
