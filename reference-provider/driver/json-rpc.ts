import { isRecord } from "../../core/is-record.js";

/** JSON-RPC 2.0 as the driver protocol uses it: single requests, no batches. */
export type RequestId = string | number | null;

export type JsonRpcResponse =
  | { readonly jsonrpc: "2.0"; readonly id: RequestId; readonly result: object }
  | { readonly jsonrpc: "2.0"; readonly id: RequestId; readonly error: JsonRpcError };

export interface JsonRpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: { readonly code: string; readonly detail?: string };
}

export interface JsonRpcRequest {
  /** Absent in a notification, which is never answered. */
  readonly id?: RequestId;
  readonly method: string;
  readonly params?: unknown;
}

export const errorCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  /** An offered method failed; `data.code` says how. */
  failure: -32000,
} as const;

export function success(id: RequestId, result: object): JsonRpcResponse {
  return { jsonrpc: "2.0", id, result };
}

export function failure(id: RequestId, error: JsonRpcError): JsonRpcResponse {
  return { jsonrpc: "2.0", id, error };
}

/** Undefined for anything that is no request. */
export function readRequest(value: unknown): JsonRpcRequest | undefined {
  if (!isRecord(value)) return undefined;
  const { jsonrpc, id, method, params } = value;
  if (jsonrpc !== "2.0" || typeof method !== "string") return undefined;
  if (id === undefined) return { method, params };
  if (id === null || typeof id === "string" || typeof id === "number") return { id, method, params };
  return undefined;
}
