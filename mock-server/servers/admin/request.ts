import type { Request, Response } from "express";
import { nestsDeeper } from "../../../core/json.js";
import { readBody } from "../../http/exchange.js";
import { type JsonSchema, object } from "../../schema/schema.js";
import { type Validate, validatorOf } from "../../schema/validate.js";
import { components } from "./contract/components.js";
import { type AnyContract, namesTenant } from "./contract/contract.js";
import { AdminError } from "./contract/problems.js";

const maximumBodyBytes = 2 ** 20;
/** Levels of arrays and objects in a body. */
const maximumNesting = 64;

type Part = "path" | "query" | "body";

/** Reads requests of one operation. */
export interface RequestReader {
  /** @throws AdminError `bad-request`, `body-not-json`, `body-too-large` */
  read(request: Request, response: Response): Promise<{ params: unknown; query: unknown; body: unknown }>;
}

const nothing = object({});

export function requestReader({ params, query, body }: AnyContract, path: string): RequestReader {
  const inPath = validatorOf(namesTenant(path) ? withTenant(params ?? nothing) : (params ?? nothing), {
    components,
    coerce: true,
  });
  const inQuery = validatorOf(query ?? nothing, { components, coerce: true });
  const inBody = body === undefined ? undefined : validatorOf(body, { components });

  return {
    async read(request, response) {
      const given = { params: { ...request.params }, query: { ...request.query } };
      demand(inPath, given.params, "path");
      demand(inQuery, given.query, "query");
      if (inBody === undefined) return { ...given, body: undefined };
      const value = await readJson(request, response);
      demand(inBody, value, "body");
      return { ...given, body: value };
    },
  };
}

/** The path names the tenant, not the operation. */
function withTenant(params: JsonSchema): JsonSchema {
  return { ...params, properties: { ...(params["properties"] as object), tenant: { type: "string" } } };
}

function demand(validate: Validate, value: unknown, where: Part): void {
  const problems = validate(value);
  const [first] = problems;
  if (first === undefined) return;
  const field = first.field === "" ? "it" : first.field;
  const message = `Read ${where} of the request: ${field} ${first.message}`;
  throw new AdminError("bad-request", message, { errors: problems.map((problem) => ({ in: where, ...problem })) });
}

/** An empty body is read as an empty object: most members are optional, and `curl -X POST` sends no body. */
async function readJson(request: Request, response: Response): Promise<unknown> {
  const { bytes, complete } = await readBody(request, maximumBodyBytes);
  if (!complete) {
    // The rest of the body is not read.
    response.set("connection", "close");
    throw new AdminError(
      "body-too-large",
      `Read body: more than ${maximumBodyBytes} bytes found, wanted at most those`,
    );
  }
  if (bytes.length === 0) return {};
  const value = parse(bytes);
  if (nestsDeeper(value, maximumNesting)) {
    throw new AdminError("bad-request", `Read body: more than ${maximumNesting} levels found, wanted at most those`);
  }
  return value;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : "unreadable";
    throw new AdminError("body-not-json", `Read body: ${reason}; wanted JSON in UTF-8`);
  }
}
