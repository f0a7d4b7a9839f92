import { faults } from "../../../../faults/index.js";
import {
  anyJson,
  either,
  integer,
  list,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  text,
} from "../../../schema/shape.js";
import type { FaultId } from "../../../../harness/ports/faults.js";
import { anyId } from "./components.js";
import { contract } from "./contract.js";

const faultId: Shape<FaultId> = oneOf(Object.keys(faults) as FaultId[]);
const parameters = record(anyJson());

/** What a fault may be told. */
export const parameter = object({
  wanted: text({ description: "For people" }),
  schema: record(anyJson(), { description: "JSON Schema of its values" }),
  default: optional(anyJson({ description: "Absent when it has to be given" })),
});

const armed = object({
  id: integer({ description: "Number of this arming" }),
  fault: text(),
  account: optional(text()),
  skip: optional(
    integer({ description: "How many operations it still leaves alone; absent when it acts at the next" }),
  ),
  left: either(integer(), oneOf(["always"]), { description: "How often it will still act" }),
  params: parameters,
});

export const listFaultKinds = contract({
  id: "listFaultKinds",
  tag: "faults",
  method: "get",
  path: "/faults/kinds",
  scope: "tenant",
  summary: "Lists every fault that can be armed",
  answer: {
    status: 200,
    description: "Each with its parameters and their defaults",
    shape: object({
      kinds: list(
        object({
          fault: faultId,
          sentence: text({ description: "What the simulated side does" }),
          params: record(parameter),
        }),
      ),
    }),
  },
});

export const listFaults = contract({
  id: "listFaults",
  tag: "faults",
  method: "get",
  path: "/faults",
  scope: "tenant",
  summary: "Lists the armed faults",
  answer: { status: 200, description: "Those that can still act", shape: object({ armed: list(armed) }) },
});

export const armFault = contract({
  id: "armFault",
  tag: "faults",
  method: "post",
  path: "/faults",
  scope: "tenant",
  summary: "Arms a fault",
  description:
    "It acts at the operation that its name says: the next one, unless skip lets some pass first or times says more. " +
    "Operations at which it cannot act, or of another account, do not count.",
  body: object({
    fault: faultId,
    account: optional(anyId),
    skip: optional(integer({ minimum: 0, maximum: 1_000_000, description: "Operations that are left alone first" })),
    times: optional(
      either(integer({ minimum: 1, maximum: 1_000_000 }), oneOf(["always"]), { description: "Once unless told" }),
    ),
    params: optional(parameters),
  }),
  answer: { status: 201, description: "Armed", shape: armed },
});

export const disarmFault = contract({
  id: "disarmFault",
  tag: "faults",
  method: "delete",
  path: "/faults/{id}",
  scope: "tenant",
  summary: "Takes an armed fault back",
  params: object({ id: integer({ minimum: 1 }) }),
  answer: { status: 204, description: "It will not act any more" },
  problems: ["not-found"],
});

export const disarmFaults = contract({
  id: "disarmFaults",
  tag: "faults",
  method: "delete",
  path: "/faults",
  scope: "tenant",
  summary: "Takes all armed faults back",
  answer: { status: 204, description: "None is armed" },
});
