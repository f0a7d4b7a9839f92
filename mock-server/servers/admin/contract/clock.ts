import { number, object } from "../../../schema/shape.js";
import { contract } from "./contract.js";

const tenYearsMs = 10 * 366 * 86_400_000;

const time = object({
  now: number({ description: "Unix milliseconds, by the clock of this tenant" }),
  aheadMs: number({ description: "What advances have added to the real time" }),
});

export const readClock = contract({
  id: "readClock",
  tag: "clock",
  method: "get",
  path: "/clock",
  scope: "tenant",
  summary: "Tells the time",
  answer: { status: 200, description: "Now", shape: time },
});

export const advanceClock = contract({
  id: "advanceClock",
  tag: "clock",
  method: "post",
  path: "/clock/advance",
  scope: "tenant",
  summary: "Lets time pass",
  description:
    "For mailboxes, inactive accounts and cached keys. Tokens and certificates go by real time, since providers do too. " +
    "Time never goes back, not by a reset either; a new tenant begins with the real time.",
  body: object({ ms: number({ minimum: 0, maximum: tenYearsMs }) }),
  answer: { status: 200, description: "What is due has happened", shape: time },
});
