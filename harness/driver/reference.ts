import type { JsonSchema } from "../model/schema.js";
import { methodSchemas } from "./method-schemas.js";
import type { Method } from "./methods.js";

/** What each method makes the provider do; the rest of the reference is read out of the schemas. */
const purposes: Readonly<Record<Method, string>> = {
  "provider.describe": "Says who the provider is and what it can do.",
  "provider.configure": "Takes the addresses and trust roots of Meta's side, and answers with those of its own.",
  "provider.reset": "Forgets all users, connections and events.",
  "user.create": "Makes a user, under the given id or one of its own.",
  "user.enlist": "Enlists the user with Meta.",
  "user.connect": "Connects the user; answers once the login was accepted.",
  "user.disconnect": "Ends the user's connection and does not come back.",
  "user.delete": "Deletes the user with Meta, and then here.",
  "message.send": "Sends a message; answers once the server has taken it.",
  "message.react": "Reacts to a message; an empty emoji takes the reaction back.",
  "message.read": "Marks messages of a contact as read.",
  "message.typing": "Says that the user types, or has stopped.",
  "contact.block": "Blocks a contact.",
  "contact.unblock": "Takes a contact off the block list.",
  "contact.blocklist": "Asks the server for the block list.",
  "reachability.notify": "Tells a contact that the user can be reached.",
  "token.rotate": "Signs with a new key from now on; the old one stays published.",
  "keys.rotate": "Makes a new signed pre-key for the user and uploads it.",
  "state.export": "Gives away all that the user's device keeps.",
  "state.import": "Puts the user's device back to an exported state.",
  "events.take": "Hands out what has happened to the user since the last call; waits for something when nothing has.",
};

// The keys of a record of ours are those of its type.
const methods = Object.keys(purposes) as readonly Method[];

/** docs/driver-reference.md, out of the schemas that judge every message. */
export function driverReference(): string {
  const sections = methods.map((method) => {
    const { params, result } = methodSchemas[method];
    return [
      `### ${method}`,
      "",
      purposes[method],
      "",
      "```ts",
      `params: ${shapeOf(params)}`,
      `result: ${shapeOf(result)}`,
      "```",
      "",
    ].join("\n");
  });
  return `${heading}\n${sections.join("\n")}`;
}

/** docs/driver-protocol.schema.json: the same schemas for tools of other languages. */
export function driverSchema(): string {
  const $defs = Object.fromEntries(
    methods.flatMap((method) => [
      [`${method}.params`, methodSchemas[method].params],
      [`${method}.result`, methodSchemas[method].result],
    ]),
  );
  const title = "Interop driver protocol, version 1: parameters and results by method";
  return `${JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", title, $defs }, undefined, 2)}\n`;
}

const heading = `# Methods of the driver protocol

Written by \`node scripts/generate-docs.js\` from the schemas by which the harness judges every message in both directions; what the
protocol means is told [here](driver-protocol.md). \`base64\` is a text with padding, \`…\` stands for further members that are ignored. The schemas
themselves, for tools of your language: [driver-protocol.schema.json](driver-protocol.schema.json).
`;

/** A schema in the notation of TypeScript; what is too long for a line gets one for each member. */
function shapeOf(schema: JsonSchema, depth = 0): string {
  if ("const" in schema) return JSON.stringify(schema["const"]);
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(schema["oneOf"])) {
    const shapes = (schema["oneOf"] as readonly JsonSchema[]).map((one) => shapeOf(one, depth + 1));
    const indent = "  ".repeat(depth + 1);
    return shapes.map((shape) => `\n${indent}| ${shape}`).join("");
  }
  if (schema["type"] === "array") return `Array<${shapeOf(schema["items"] as JsonSchema, depth)}>`;
  if (schema["type"] === "object") return membersOf(schema, depth);
  return schema["contentEncoding"] === "base64" ? "base64" : String(schema["type"]);
}

const longest = 100;

function membersOf({ properties, required, additionalProperties }: JsonSchema, depth: number): string {
  const needed = new Set((required ?? []) as readonly string[]);
  const members = Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>).map(([name, member]) =>
    `${name}${needed.has(name) ? "" : "?"}: ${shapeOf(member, depth + 1)}`.replace(": \n", ":\n"),
  );
  const all = additionalProperties === false ? members : [...members, "…"];
  if (all.length === 0) return "{}";
  const line = `{ ${all.join("; ")} }`;
  if (line.length <= longest && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth);
  return `{\n${all.map((member) => `${indent}  ${member}\n`).join("")}${indent}}`;
}
