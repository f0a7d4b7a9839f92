import { Type } from "@sinclair/typebox";
import { faults as registry } from "../../../../faults/index.js";
import type { FaultId } from "../../../../harness/ports/faults.js";
import { json, list, object, oneOf, record } from "../../../schema/schema.js";
import { anyId } from "./components.js";
import { operations } from "./contract.js";

const faultId = oneOf(Object.keys(registry) as FaultId[]);
const parameters = record(json());

/** One parameter of a fault. */
export const parameter = object({
  wanted: Type.String({ description: "The allowed values, for people" }),
  schema: record(json(), { description: "The allowed values as JSON Schema" }),
  default: Type.Optional(json({ description: "Absent when the parameter is required" })),
});

const armed = object({
  id: Type.Integer({ description: "Number by which it can be disarmed" }),
  fault: Type.String(),
  account: Type.Optional(Type.String()),
  skip: Type.Optional(
    Type.Integer({ description: "How many operations it will still skip; absent when it acts at the next one" }),
  ),
  left: Type.Union([Type.Integer(), oneOf(["always"])], { description: "How many times it will still act" }),
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
    answer: { status: 200, description: "The faults that can still act", schema: object({ armed: list(armed) }) },
  }),
  armFault: post("/faults", {
    summary: "Arms a fault",
    description:
      "It acts at the next operation that its name says. skip leaves operations out first, times lets it act more often. " +
      "Operations at which it cannot act and those of other accounts do not count.",
    body: object({
      fault: faultId,
      account: Type.Optional(anyId),
      skip: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 1_000_000,
          description: "How many operations to leave out first (default: 0)",
        }),
      ),
      times: Type.Optional(
        Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), oneOf(["always"])], {
          description: "How many times it acts (default: 1)",
        }),
      ),
      params: Type.Optional(parameters),
    }),
    answer: { status: 201, description: "Armed", schema: armed },
  }),
  disarmFault: remove("/faults/{id}", {
    summary: "Disarms a fault",
    params: object({ id: Type.Integer({ minimum: 1 }) }),
    answer: { status: 204, description: "Disarmed" },
    problems: ["not-found"],
  }),
  disarmFaults: remove("/faults", {
    summary: "Disarms all faults",
    answer: { status: 204, description: "Disarmed" },
  }),
}));

const tenYearsMs = 10 * 366 * 86_400_000;

const time = object({
  now: Type.Number({ description: "Unix milliseconds, by the clock of this tenant" }),
  aheadMs: Type.Number({ description: "How far advances have moved the clock ahead of real time" }),
});

export const clock = operations("clock", "tenant", ({ get, post }) => ({
  readClock: get("/clock", {
    summary: "Reads the clock",
    answer: { status: 200, description: "The time now", schema: time },
  }),
  advanceClock: post("/clock/advance", {
    summary: "Moves the clock ahead",
    description:
      "For mailboxes, inactive accounts and cached keys. Tokens and certificates use real time, as providers do. A reset does " +
      "not move the clock back; a new tenant begins at real time.",
    body: object({ ms: Type.Number({ minimum: 0, maximum: tenYearsMs }) }),
    answer: { status: 200, description: "Everything that is due has happened", schema: time },
  }),
}));
