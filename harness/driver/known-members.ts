import { isRecord } from "../../core/is-record.js";
import type { JsonSchema } from "../model/schema.js";
import type { Json } from "../model/trace.js";
import { methodSchemas } from "./method-schemas.js";
import type { Method } from "./methods.js";

/**
 * A result that fits its schema, with the members that the protocol knows. A result may carry others, of a later version, and
 * nothing may come of them: neither memory, nor a line in the trace.
 */
export function knownMembers(method: Method, result: Json): Json {
  const schema = methodSchemas[method].result;
  // No member of such a result means anything.
  return schema["properties"] === undefined ? {} : known(schema, result);
}

function known(schema: JsonSchema, value: Json): Json {
  if (Array.isArray(value)) {
    const { items } = schema;
    const members: readonly Json[] = value;
    return isRecord(items) ? members.map((each) => known(items, each)) : members;
  }
  if (!isRecord(value)) return value;
  const { properties } = branchOf(schema, value);
  if (!isRecord(properties)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const of = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return isRecord(of) ? [[name, known(of, member)]] : [];
    }),
  );
}

/** Of alternatives, the one that the discriminator names. */
function branchOf(schema: JsonSchema, value: { readonly [key: string]: Json }): JsonSchema {
  const { discriminator, oneOf } = schema;
  if (!isRecord(discriminator) || !Array.isArray(oneOf)) return schema;
  const name = String(discriminator["propertyName"]);
  const found: unknown = oneOf.find((branch: unknown) => {
    const properties = isRecord(branch) ? branch["properties"] : undefined;
    const member = isRecord(properties) ? properties[name] : undefined;
    return isRecord(member) && member["const"] === value[name];
  });
  return isRecord(found) ? found : schema;
}
