import { isRecord } from "../../core/is-record.js";
import type { Driver } from "../driver/driver.js";
import { errorCodes, failure, readRequest, type RequestId, success } from "../driver/json-rpc.js";
import { capabilities } from "../driver/methods.js";

interface Asked {
  readonly id: RequestId;
  readonly method: string;
  readonly params: unknown;
}

/** Undefined for a notification, and for anything else that is not a request. */
function readAsked(text: string): Asked | undefined {
  try {
    const request = readRequest(JSON.parse(text));
    return request?.id === undefined ? undefined : { id: request.id, method: request.method, params: request.params };
  } catch {
    return undefined;
  }
}

/** Reads every request and answers none. */
const silent: Driver = {
  answer: () => new Promise(() => undefined),
  close: async () => undefined,
};

/** Hangs up at the first request. */
const closing: Driver = {
  hangsUp: true,
  answer: async () => undefined,
  close: async () => undefined,
};

/** Sends back each request. */
const echo: Driver = {
  answer: async (text) => text,
  close: async () => undefined,
};

/** Offers every method and fails at each. */
const alwaysError: Driver = {
  async answer(text) {
    const asked = readAsked(text);
    const error = { code: errorCodes.failure, message: "It did not work", data: { code: "did-not-work" } };
    return asked && JSON.stringify(failure(asked.id, error));
  },
  close: async () => undefined,
};

/** Reports success in the expected form, and does nothing. */
const alwaysOk: Driver = {
  async answer(text) {
    const asked = readAsked(text);
    return asked && JSON.stringify(success(asked.id, plausible(asked.method, asked.params)));
  },
  close: async () => undefined,
};

function plausible(method: string, params: unknown): object {
  switch (method) {
    case "provider.describe":
      return { protocol: 1, name: "always-ok", version: "1.0.0", capabilities };
    case "provider.configure":
      return { endpoints: { jwks: `${nowhere}jwks`, media: `${nowhere}media`, push: `${nowhere}push` } };
    case "user.create":
      return { user: wantedName(params) };
    case "user.enlist":
      return { login: "900-10000000000001@interop" };
    case "message.send":
    case "message.react":
      return { id: "3EB0000000000000000000" };
    case "events.take":
      return { events: [] };
    case "contact.blocklist":
      return { contacts: [] };
    case "state.export":
      return { state: "" };
    default:
      return {};
  }
}

/** No server listens at port 9, the discard service. */
const nowhere = "http://127.0.0.1:9/";

function wantedName(params: unknown): string {
  const named = isRecord(params) ? params["user"] : undefined;
  return typeof named === "string" ? named : "somebody";
}

/** Providers that do nothing. None of them may pass a check. */
const nullDrivers = { silent, closing, "always-ok": alwaysOk, "always-error": alwaysError, echo } as const;

export type NullKind = keyof typeof nullDrivers;

export const nullKinds = Object.keys(nullDrivers) as readonly NullKind[];

export function isNullKind(name: string): name is NullKind {
  return Object.hasOwn(nullDrivers, name);
}

export function nullDriver(kind: NullKind): Driver {
  return nullDrivers[kind];
}
