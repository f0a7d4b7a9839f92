import { Type } from "@sinclair/typebox";
import { faults as registry } from "../../../faults/registry.js";
import { json, list, object, oneOf, record } from "../../../schema/schema.js";
import type { FaultId } from "../../../../harness/ports/faults.js";
import { anyId } from "./components.js";
import { operations } from "./contract.js";

const faultId = oneOf(Object.keys(registry) as FaultId[]);
const parameters = record(json());

/** What a fault may be told. */
export const parameter = object({
  wanted: Type.String({ description: "For people" }),
  schema: record(json(), { description: "JSON Schema of its values" }),
  default: Type.Optional(json({ description: "Absent when it has to be given" })),
});

const armed = object({
  id: Type.Integer({ description: "Number of this arming" }),
  fault: Type.String(),
  account: Type.Optional(Type.String()),
  skip: Type.Optional(
    Type.Integer({ description: "How many operations it still leaves alone; absent when it acts at the next" }),
  ),
  left: Type.Union([Type.Integer(), oneOf(["always"])], { description: "How often it will still act" }),
  params: parameters,
});

export const faults = operations("faults", "tenant", ({ get, post, remove }) => ({
  listFaultKinds: get("/faults/kinds", {
    summary: "Lists every fault that can be armed",
    answer: {
      status: 200,
      description: "Each with its parameters and their defaults",
      schema: object({
        kinds: list(
          object({
            fault: faultId,
            sentence: Type.String({ description: "What the simulated side does" }),
            params: record(parameter),
          }),
        ),
      }),
    },
  }),
  listFaults: get("/faults", {
    summary: "Lists the armed faults",
    answer: { status: 200, description: "Those that can still act", schema: object({ armed: list(armed) }) },
  }),
  armFault: post("/faults", {
    summary: "Arms a fault",
    description:
      "It acts at the operation that its name says: the next one, unless skip lets some pass first or times says more. " +
      "Operations at which it cannot act, or of another account, do not count.",
    body: object({
      fault: faultId,
      account: Type.Optional(anyId),
      skip: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 1_000_000, description: "Operations that are left alone first" }),
      ),
      times: Type.Optional(
        Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), oneOf(["always"])], {
          description: "Once unless told",
        }),
      ),
      params: Type.Optional(parameters),
    }),
    answer: { status: 201, description: "Armed", schema: armed },
  }),
  disarmFault: remove("/faults/{id}", {
    summary: "Takes an armed fault back",
    params: object({ id: Type.Integer({ minimum: 1 }) }),
    answer: { status: 204, description: "It will not act any more" },
    problems: ["not-found"],
  }),
  disarmFaults: remove("/faults", {
    summary: "Takes all armed faults back",
    answer: { status: 204, description: "None is armed" },
  }),
}));

const tenYearsMs = 10 * 366 * 86_400_000;

const time = object({
  now: Type.Number({ description: "Unix milliseconds, by the clock of this tenant" }),
  aheadMs: Type.Number({ description: "What advances have added to the real time" }),
});

export const clock = operations("clock", "tenant", ({ get, post }) => ({
  readClock: get("/clock", {
    summary: "Tells the time",
    answer: { status: 200, description: "Now", schema: time },
  }),
  advanceClock: post("/clock/advance", {
    summary: "Lets time pass",
    description:
      "For mailboxes, inactive accounts and cached keys. Tokens and certificates go by real time, since providers do too. " +
      "Time never goes back, not by a reset either; a new tenant begins with the real time.",
    body: object({ ms: Type.Number({ minimum: 0, maximum: tenYearsMs }) }),
    answer: { status: 200, description: "What is due has happened", schema: time },
  }),
}));
