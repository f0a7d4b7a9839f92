import { exceededLimit } from "../../core/json.js";
import { type JsonSchema, schemaValidator } from "../model/schema.js";
import type { Cause, Json } from "../model/trace.js";
import { DriverError } from "./errors.js";

/** Code of the cause when a provider says that it does not offer a method (JSON-RPC -32601). */
export const unsupported = "unsupported";
const unnamed = "unnamed-failure";

const envelope: JsonSchema = {
  type: "object",
  properties: {
    jsonrpc: { const: "2.0" },
    id: { type: ["integer", "null"] },
    result: {},
    error: {
      type: "object",
      properties: {
        code: { type: "integer" },
        message: { type: "string" },
        data: {
          type: "object",
          properties: { code: { type: "string", pattern: "^[a-z][a-z0-9-]*$" }, detail: { type: "string" } },
        },
      },
      required: ["code"],
    },
  },
  required: ["jsonrpc", "id"],
  oneOf: [{ required: ["result"] }, { required: ["error"] }],
};

const validateEnvelope = schemaValidator(envelope);

/**
 * Far more than the largest answer has: ten thousand events. No answer of the protocol nests deeper than 6; a much deeper one could
 * be read, but not written to a trace.
 */
const limits = { nodes: 500_000, depth: 64 };

const limitInWords = {
  nodes: `it has more than ${limits.nodes} values`,
  depth: `it nests deeper than ${limits.depth} levels`,
} as const;

/** For a message that is too large in parts to be parsed at all; undefined for any other. */
export function excessiveAnswer(text: string): DriverError | undefined {
  const exceeded = exceededLimit(text, limits);
  if (exceeded === undefined) return undefined;
  return new DriverError(
    "driver-schema",
    `Cannot use the provider's answer: ${limitInWords[exceeded]}; found ${excerpt(text)}`,
  );
}

/** For an answer to something else than what was asked. */
export function foreignAnswer(id: unknown, wanted: number): DriverError {
  const found = JSON.stringify(id)?.slice(0, 80) ?? "no id";
  return new DriverError(
    "driver-schema",
    `Cannot use the provider's answer: found the id ${found}, wanted ${wanted}, that of the request`,
  );
}

interface Envelope {
  readonly result?: Json;
  readonly error?: {
    readonly code: number;
    readonly message?: string;
    readonly data?: { readonly code?: string; readonly detail?: string };
  };
}

/** Reads a JSON-RPC response. A DriverError means that the driver does not speak the driver protocol. */
export function parseAnswer(
  text: string,
  method: string,
): { readonly result: Json } | { readonly cause: Cause } | DriverError {
  const excessive = excessiveAnswer(text);
  if (excessive !== undefined) return excessive;
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return new DriverError(
      "driver-garbage",
      `Cannot read the provider's answer to ${method}: found ${excerpt(text)}, wanted one JSON-RPC 2.0 object per line on stdout (logs belong on stderr)`,
    );
  }
  const problem = validateEnvelope(message)[0];
  if (problem !== undefined) {
    return new DriverError(
      "driver-schema",
      `Cannot use the provider's answer to ${method}: ${problem.path || "it"} ${problem.message}; found ${excerpt(text)}`,
    );
  }
  // The message fits the schema of the envelope.
  const { result, error } = message as Envelope;
  if (error === undefined) return { result: result ?? null };
  return { cause: causeOf(error, method) };
}

/** For a line that the provider wrote while no answer was due. */
export function strayLine(text: string): DriverError {
  return new DriverError(
    "driver-garbage",
    `Cannot follow the provider: found ${excerpt(text)} on stdout while nothing was asked, wanted answers only (logs belong on stderr)`,
  );
}

function causeOf(error: NonNullable<Envelope["error"]>, method: string): Cause {
  if (error.code === -32601) return { code: unsupported, message: `The provider does not offer ${method}` };
  const code = error.data?.code ?? unnamed;
  const detail = error.data?.detail ?? error.message;
  // Only -32601 says that there is no such method. A provider may use the word "unsupported" for a failure of its own.
  return {
    code: code === unsupported ? unnamed : code,
    message: `${method} failed: ${code}${detail === undefined ? "" : ` (${detail.slice(0, 300)})`}`,
  };
}

function excerpt(text: string): string {
  const shown = JSON.stringify(text.slice(0, 80));
  return text.length > 80 ? `${shown}...` : shown;
}
