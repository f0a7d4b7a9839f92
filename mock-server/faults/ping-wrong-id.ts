import { defineFault } from "./fault.js";
import { withAttribute } from "./tamper.js";

export const pingWrongId = defineFault({
  id: "ping-wrong-id",
  sentence: "Answers a keep-alive ping under an id that nobody used",
  hook: "ping-answer",
  params: {},
  fits: (answer) => answer !== undefined,
  effect: (answer) => answer && withAttribute(answer, "id", `not-${answer.attrs["id"] ?? ""}`),
});
