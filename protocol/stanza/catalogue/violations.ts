import type { ErrorObject } from "ajv";

export type ViolationRule =
  | "missing-attribute"
  | "unknown-attribute"
  | "bad-attribute"
  | "missing-child"
  | "unknown-child"
  | "bad-content"
  | "unknown-stanza";

export interface Violation {
  /** Id of the catalogue entry that the stanza was validated against, or its tag when there is none. */
  readonly stanza: string;
  /** Tags from the root, `[n]` for the n-th (from 0) of several, then `@name` for an attribute: `message/enc@v`. */
  readonly path: string;
  readonly rule: ViolationRule;
  /** One sentence for people: `message/enc: attribute "phash" is not allowed here`. */
  readonly message: string;
}

interface Place {
  /** Tags from the root. */
  readonly element: string;
  /** Which part of the element the schema was looking at. */
  readonly part: "element" | "attrs" | "children" | "content";
  /** Name of the attribute, or tag of the group of children. */
  readonly name?: string;
}

/** Turns what the validator found into a sentence about the stanza; undefined when another finding says it already. */
export function violationOf(stanza: string, tag: string, found: ErrorObject): Violation | undefined {
  const place = placeOf(tag, found.instancePath);
  const make = (rule: ViolationRule, said: string, attribute?: string): Violation => ({
    stanza,
    path: attribute === undefined ? place.element : `${place.element}@${attribute}`,
    rule,
    message: `${place.element}: ${said}`,
  });
  const param = (name: string): string => String(found.params[name]);
  if (place.part === "attrs") {
    if (place.name !== undefined) {
      const said = `attribute ${quote(place.name)} is ${quote(String(found.data))}, wanted ${wanted(found)}`;
      return make("bad-attribute", said, place.name);
    }
    if (found.keyword === "required") {
      const name = param("missingProperty");
      return make("missing-attribute", `attribute ${quote(name)} is missing`, name);
    }
    const name = param("additionalProperty");
    return make("unknown-attribute", `attribute ${quote(name)} is not allowed here`, name);
  }
  if (place.part === "children") return childViolation(place, found, make);
  if (place.part === "content") return make("bad-content", `content is ${contentSaid(found)}, wanted ${wanted(found)}`);
  if (found.keyword === "additionalProperties") {
    return param("additionalProperty") === "bytes" ? make("bad-content", "content is not allowed here") : undefined;
  }
  const missingContent = found.keyword === "required" && param("missingProperty") === "bytes";
  return missingContent ? make("bad-content", "content is missing") : undefined;
}

function childViolation(
  { name }: Place,
  { keyword, params, data, parentSchema }: ErrorObject,
  make: (rule: ViolationRule, said: string) => Violation,
): Violation | undefined {
  if (keyword === "required")
    return make("missing-child", `child ${quote(String(params["missingProperty"]))} is missing`);
  if (keyword === "additionalProperties") {
    return make("unknown-child", `child ${quote(String(params["additionalProperty"]))} is not allowed here`);
  }
  if (keyword === "minProperties") {
    const choices: unknown = parentSchema?.["properties"];
    const tags = Object.keys(choices ?? {}).map(quote);
    return make("missing-child", `a child is missing, wanted one of ${tags.join(", ")}`);
  }
  if (keyword === "maxProperties") return make("unknown-child", "children of several kinds are there, wanted one kind");
  const many = Array.isArray(data) ? data.length : 0;
  const said = `child ${quote(name ?? "")} appears ${many} times, wanted at ${keyword === "minItems" ? "least" : "most"}`;
  return make(keyword === "minItems" ? "missing-child" : "unknown-child", `${said} ${String(params["limit"])}`);
}

function placeOf(tag: string, instancePath: string): Place {
  const steps = instancePath.split("/").slice(1).map(unescape);
  let element = tag;
  let at = 0;
  while (steps[at] === "children" && steps.length > at + 2) {
    const index = steps[at + 2];
    element += `/${steps[at + 1]}${index === "0" ? "" : `[${index}]`}`;
    at += 3;
  }
  const part = steps[at];
  const name = steps[at + 1];
  if (part === "bytes" || part === "head") return { element, part: "content" };
  if (part !== "attrs" && part !== "children") return { element, part: "element" };
  return name === undefined ? { element, part } : { element, part, name };
}

function wanted({ keyword, params, parentSchema }: ErrorObject): string {
  if (keyword === "const") {
    const value: unknown = params["allowedValue"];
    return typeof value === "number" ? `exactly ${value} bytes` : quote(String(value));
  }
  if (keyword === "enum" && Array.isArray(params["allowedValues"])) {
    return `one of ${params["allowedValues"].map((value) => quote(String(value))).join(", ")}`;
  }
  return String(parentSchema?.["description"] ?? "another value");
}

function contentSaid({ data }: ErrorObject): string {
  return typeof data === "number" ? `${data} bytes` : `hexadecimal ${quote(String(data))}`;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** JSON Pointer escapes. */
function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
