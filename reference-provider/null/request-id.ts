import { readRequest, type RequestId } from "../driver/json-rpc.js";

export interface Asked {
  readonly id: RequestId;
  readonly method: string;
  readonly params: unknown;
}

/** Undefined for a notification and for what is no request. */
export function readAsked(text: string): Asked | undefined {
  try {
    const request = readRequest(JSON.parse(text));
    return request?.id === undefined ? undefined : { id: request.id, method: request.method, params: request.params };
  } catch {
    return undefined;
  }
}
