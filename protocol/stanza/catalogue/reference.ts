import { toHex } from "../../../core/bytes.js";
import { childrenOf, isNodeList, type StanzaNode } from "../node.js";
import { packPayload } from "../payload.js";
import { toXml } from "../xml/write.js";
import { catalogueEntries } from "./catalogue.js";
import type { CatalogueEntry, EntryCondition, JsonSchema } from "./entry.js";
import { purposes } from "./purposes.js";
import { sampleForms } from "./samples/sample.js";
import { samples } from "./samples/samples.js";

/** As a reader needs them: the life of a session, keys, messages and their answers, the rest, and groups at the end. */
const order = [
  /^success|^failure|^stream|ping$|^ib$|passive|dirty|^iq-result|^iq-error/,
  /encrypt|keys-low|identity/,
  /^message|^receipt|^ack/,
  /./,
];

const entries = catalogueEntries(sampleForms).toSorted((one, other) => rank(one) - rank(other));

function rank({ id }: CatalogueEntry): number {
  return id.includes("group") ? order.length : order.findIndex((pattern) => pattern.test(id));
}

/** docs/implementing/stanzas.md, from the schemas that judge stanzas. */
export function stanzaReference(): string {
  const part = (title: string, direction: CatalogueEntry["direction"]): string =>
    `## ${title}\n\n${entries
      .filter((entry) => entry.direction === direction)
      .map(section)
      .join("\n")}`;
  return `${heading}\n${overview()}\n${part("From the client", "from-client")}\n${part("From the server", "from-server")}`;
}

/** docs/implementing/stanzas.schema.json: the same schemas for tools of other languages. */
export function stanzaSchema(): string {
  const title =
    "Stanzas of the profile whatsapp, by direction and id; docs/implementing/stanzas.md explains the form of a node";
  const $defs = Object.fromEntries(entries.map((entry) => [nameOf(entry).replace(" ", "/"), entry.schema]));
  return `${JSON.stringify({ $schema: "https://json-schema.org/draft/2020-12/schema", title, $defs }, undefined, 2)}\n`;
}

const heading = `# Stanzas

\`node scripts/generate-docs.js stanzas\` writes this page from the schemas with which the harness judges every stanza, for the profile
\`whatsapp\`. What a table does not name is forbidden: the server answers a stanza with further attributes or children like one that lacks some.

- Who is judged by which entry: those of groups are tried first, \`iq-result\` and \`iq-error\` last, and the first one of its tag and direction whose
  condition ("chosen by") holds counts.
- **Grade**: *published* by Meta; *open clients*: what open clients of the ordinary service send and accept; *inferred*: that form, adapted to
  third-party users. Expect Meta's own documentation to differ in what is inferred.
- Of bytes in XML, \`b64="1"\` marks base64. The hexadecimal bytes are the plaintext of a frame: a flag byte and the node. Long ones are cut at
  \`…\`; [stanzas.json](vectors/stanzas.json) has them whole, with further examples.
- The schemas for tools: [stanzas.schema.json](stanzas.schema.json). They see a node as \`{ attrs, children: { tag: [node] }, bytes, head }\`: the children
  by tag, the length of the content, and its first 64 bytes in hexadecimal.
`;

function overview(): string {
  const rows = entries.map(
    (entry) =>
      `| ${sender(entry)} | [${entry.id}](#${anchor(entry)}) | ${purposes[nameOf(entry)]?.says.split(/(?<=[.;]) /)[0] ?? ""} |`,
  );
  return ["| sender | stanza | says |", "| --- | --- | --- |", ...rows, ""].join("\n");
}

function section(entry: CatalogueEntry): string {
  const { says = "", answer = "", errors } = purposes[nameOf(entry)] ?? {};
  const [, , example] = samples.find(([direction, id]) => `${direction} ${id}` === nameOf(entry)) ?? [];
  return [
    `### ${entry.id} from the ${sender(entry)}`,
    "",
    says,
    "",
    `- Chosen by: ${condition(entry)}`,
    `- Answer: ${answer}`,
    ...(errors === undefined ? [] : [`- Errors: ${errors}`]),
    `- Grade: ${entry.grade.replace("-", " ")} (${entry.source})`,
    "",
    ...elements(entry.tag, entry.schema),
    ...(example === undefined ? [] : shown(example)),
  ].join("\n");
}

function nameOf({ direction, id }: CatalogueEntry): string {
  return `${direction} ${id}`;
}

function sender({ direction }: CatalogueEntry): string {
  return direction === "from-client" ? "client" : "server";
}

function anchor(entry: CatalogueEntry): string {
  return `${entry.id}-from-the-${sender(entry)}`.replaceAll(/[^\w-]/g, "");
}

function condition({ tag, when: { attrs = {}, present, group, child } = {} }: CatalogueEntry): string {
  const parts = [
    `tag \`${tag}\``,
    ...Object.entries(attrs).map(
      ([name, values]) =>
        `\`${name}\` ${values.map((value) => (value === null ? "absent" : `\`${value}\``)).join(" or ")}`,
    ),
    ...(present === undefined ? [] : [`\`${present}\` present`]),
    ...(group === undefined ? [] : [`a group in \`${group}\``]),
    ...(child === undefined ? [] : [child === null ? "no child" : `child \`${child}\``]),
  ] satisfies readonly (string | EntryCondition)[];
  return parts.join(", ");
}

/** A table for the element and everything below it; of alternatives, one table for each. */
function elements(tag: string, schema: JsonSchema): readonly string[] {
  const rows = rowsOf(tag, schema);
  if (rows.length === 0) return ["No attributes, no children, no content.", ""];
  return ["| in | name | how often | value |", "| --- | --- | --- | --- |", ...rows, ""];
}

function rowsOf(path: string, schema: JsonSchema): readonly string[] {
  // The one alternative that the catalogue has: a user of a list of bundles, with an error or with keys.
  if ("if" in schema) {
    return [
      ...rowsOf(`${path} (refused)`, schema["then"] as JsonSchema),
      ...rowsOf(`${path} (found)`, schema["else"] as JsonSchema),
    ];
  }
  const { attrs, children, bytes, head } = (schema as Properties).properties ?? {};
  const needed = new Set((attrs?.["required"] ?? []) as readonly string[]);
  const attributes = Object.entries((attrs as Properties | undefined)?.properties ?? {}).map(
    ([name, value]) => `| ${path} | \`${name}\` | ${needed.has(name) ? "1" : "0 or 1"} | ${valueOf(value)} |`,
  );
  const content =
    bytes === undefined
      ? []
      : [
          `| ${path} | content | 1 | ${head === undefined ? String(bytes["description"]) : `the bytes \`${String(head["const"])}\``} |`,
        ];
  const open = (attrs?.["additionalProperties"] ?? false) === true ? [`| ${path} | anything else | | allowed |`] : [];
  return [...attributes, ...content, ...childRows(path, children), ...open];
}

interface Properties {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

interface Children {
  readonly properties?: Readonly<
    Record<string, { readonly items: JsonSchema; readonly minItems: number; readonly maxItems: number }>
  >;
  readonly required?: readonly string[];
  readonly maxProperties?: number;
}

function childRows(path: string, children: Children | undefined): readonly string[] {
  const needed = new Set(children?.required ?? []);
  const choice = children?.maxProperties === 1;
  return Object.entries(children?.properties ?? {}).flatMap(([tag, { items, minItems, maxItems }]) => {
    const least = needed.has(tag) || choice ? minItems : 0;
    const often = least === maxItems ? String(least) : `${least} ${maxItems === 1 ? "or" : "to"} ${maxItems}`;
    const nested = rowsOf(`${path}/${tag}`, items);
    const value = `child${choice ? ", one of these" : ""}${nested.length === 0 ? ", empty" : ""}`;
    return [`| ${path} | \`${tag}\` | ${often} | ${value} |`, ...nested];
  });
}

function valueOf(schema: JsonSchema): string {
  if ("const" in schema) return `\`${String(schema["const"])}\``;
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => `\`${String(value)}\``).join(", ");
  return String(schema["description"]);
}

/** Characters of a line of hexadecimal, and how many lines are shown. */
const [lineLength, shownLines] = [96, 3];

function shown(example: StanzaNode): readonly string[] {
  const hex = toHex(packPayload(example));
  const lines = hex.match(new RegExp(`.{1,${lineLength}}`, "g")) ?? [];
  const cut = lines.length > shownLines ? [...lines.slice(0, shownLines), "…"] : lines;
  return ["```xml", ...indented(example, ""), "```", "", "```text", ...cut, "```", ""];
}

/** One element a line. */
function indented(node: StanzaNode, indent: string): readonly string[] {
  if (!isNodeList(node.content) || node.content.length === 0) return [`${indent}${shortened(toXml(node))}`];
  const opening = toXml({ tag: node.tag, attrs: node.attrs }).replace(/\s*\/>$/, ">");
  return [
    `${indent}${opening}`,
    ...childrenOf(node).flatMap((child) => indented(child, `${indent}  `)),
    `${indent}</${node.tag}>`,
  ];
}

/** Long base64 shows nothing. */
function shortened(xml: string): string {
  return xml.replace(/>([\w+/]{24})[\w+/=]+</, ">$1…<");
}
