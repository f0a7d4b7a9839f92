import { CodedError, reasonOf } from "../../core/coded-error.js";
import { errorCodes, failure, type JsonRpcError, type JsonRpcResponse, readRequest, success } from "./json-rpc.js";
import type { driverMethods } from "./methods.js";
import { InvalidParams } from "./params.js";

/** Answers a harness. */
export interface Driver {
  /** One message in, at most one out. Never rejects. */
  answer(text: string): Promise<string | undefined>;
  close(): Promise<void>;
  /** Ends the process at the first request. */
  readonly hangsUp?: true;
}

/** Answers one request, already parsed as JSON; undefined for a notification. Never rejects. */
export type Handle = (request: unknown) => Promise<JsonRpcResponse | undefined>;

export function dispatcher(methods: ReturnType<typeof driverMethods>): Handle {
  return async (value) => {
    const request = readRequest(value);
    if (request === undefined) {
      return failure(null, { code: errorCodes.invalidRequest, message: "Not a JSON-RPC 2.0 request" });
    }
    const { id, method, params } = request;
    const call = methods.get(method);
    try {
      if (call === undefined) throw new UnknownMethod(method);
      const result = await call(params);
      return id === undefined ? undefined : success(id, result);
    } catch (thrown) {
      return id === undefined ? undefined : failure(id, errorOf(thrown));
    }
  };
}

/** Answers one request in text. */
export async function answerText(handle: Handle, text: string): Promise<string | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return JSON.stringify(failure(null, { code: errorCodes.parseError, message: "Not JSON" }));
  }
  const response = await handle(value);
  return response && JSON.stringify(response);
}

class UnknownMethod extends Error {
  constructor(method: string) {
    super(`Method "${method.slice(0, 80)}" is not offered`);
  }
}

function errorOf(thrown: unknown): JsonRpcError {
  if (thrown instanceof UnknownMethod) return { code: errorCodes.methodNotFound, message: thrown.message };
  if (thrown instanceof InvalidParams) return { code: errorCodes.invalidParams, message: thrown.message };
  const message = reasonOf(thrown);
  if (!(thrown instanceof CodedError)) return { code: errorCodes.internalError, message };
  return { code: errorCodes.failure, message, data: { code: String(thrown.code), detail: message } };
}
