import type { JsonSchema } from "../model/schema.js";
import { methodSchemas } from "./method-schemas.js";
import type { Method } from "./methods.js";

/** What each method makes the provider do; the rest of the reference comes from the schemas. */
const purposes: Readonly<Record<Method, string>> = {
  "provider.describe": "Says who the provider is and what it can do.",
  "provider.configure": "Receives the addresses and trust roots of Meta's side; answers with the provider's own.",
  "provider.reset": "Forgets all users, connections and events.",
  "user.create": "Creates a user, with the given id or one that the provider chooses.",
  "user.enlist": "Enlists the user with Meta.",
  "user.connect": "Connects the user; answers when the login was accepted.",
  "user.disconnect": "Disconnects the user; the provider does not reconnect.",
  "user.delete": "Deletes the user at Meta, and then at the provider.",
  "message.send": "Sends a message; answers when the server has accepted it.",
  "message.react": "Reacts to a message; an empty emoji removes the reaction.",
  "message.read": "Marks messages of a contact as read.",
  "message.typing": "Says that the user is typing, or has stopped.",
  "contact.block": "Blocks a contact.",
  "contact.unblock": "Removes a contact from the block list.",
  "contact.blocklist": "Asks the server for the block list.",
  "reachability.notify": "Tells a contact that the user is reachable.",
  "token.rotate": "Signs tokens with a new key from now on; the old key stays published.",
  "keys.rotate": "Creates a new signed pre-key for the user and uploads it.",
  "state.export": "Returns everything that the user's device keeps.",
  "state.import": "Restores the user's device to an exported state.",
  "events.take": "Returns the user's events since the last call; waits for one if there is none.",
};

// The record above has exactly the keys of its type.
const methods = Object.keys(purposes) as readonly Method[];

/** docs/driver-reference.md, from the schemas that validate every message. */
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

\`node scripts/generate-docs.js\` writes this page from the schemas with which the harness validates every message in both directions.
[driver-protocol.md](driver-protocol.md) explains the protocol. \`base64\` is a text with padding; the harness ignores further members where there is \`…\`.
The schemas for tools of your language: [driver-protocol.schema.json](driver-protocol.schema.json).
`;

/** A schema in the notation of TypeScript; if it is too long for one line, each member gets its own. */
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
