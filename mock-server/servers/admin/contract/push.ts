import { object } from "../../../schema/shape.js";
import { address } from "./components.js";
import { contract } from "./contract.js";

export const sendPush = contract({
  id: "sendPush",
  tag: "push",
  method: "post",
  path: "/push",
  scope: "tenant",
  summary: "Sends a push for a provider's user",
  description:
    "To the push endpoint of its integrator, whether the user is connected or not. What became of it is in the journal.",
  body: object({ login: address }),
  answer: { status: 202, description: "On its way" },
  problems: ["not-found"],
});
