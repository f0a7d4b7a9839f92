import { faults } from "../../../../faults/index.js";
import type { Json } from "../../../../harness/model/trace.js";
import type { JsonSchema } from "../../../schema/schema.js";
import { adminErrorCodes, problemKinds } from "../contract/problems.js";
import { inWords, membersOf } from "./members.js";

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

interface Document {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The document for people: one page without scripts and external files. */
export function pageOf(openApi: Json): string {
  // `openApiDocument` writes this form.
  const { info, tags, paths, components } = openApi as unknown as Document;
  const operations = Object.entries(paths)
    .filter(([path]) => !path.startsWith("/v1/tenants/{tenant}/"))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    const more = name === "faults" ? faultTable() : "";
    return `<h2 id="${escape(name)}">${escape(name)}</h2><p>${escape(description)}</p>${own.map(operationBlock).join("")}${more}`;
  });
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escape(name)}"><summary>${escape(name)}</summary>${json(schema)}</details>`,
  );
  const problems = adminErrorCodes.map((code) => {
    const { status, title } = problemKinds[code];
    return `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escape(title)}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(info.title)}</title>
<style>${style}</style></head>
<body>
<h1>${escape(info.title)}</h1>
<p>${escape(info.description)}</p>
<p>For programs: <a href="/openapi.json">openapi.json</a>. To watch and try it: <a href="/inspector/">the inspector</a></p>
<nav>${tags.map(({ name }) => `<a href="#${escape(name)}">${escape(name)}</a>`).join(" ")}
<a href="#schemas">schemas</a> <a href="#problems">problems</a></nav>
${sections.join("\n")}
<h2 id="schemas">schemas</h2>
${schemas.join("\n")}
<h2 id="problems">problems</h2>
<p>Refusals have the type application/problem+json. Status 422 comes with a code of another area.</p>
<table><tr><th>code</th><th>status</th><th>meaning</th></tr>${problems.join("\n")}</table>
</body>
</html>
`;
}

function operationBlock({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary, description, parameters = [], requestBody, responses, security } = operation;
  const inputs = parameters.map(({ name, in: where, required, schema }) => {
    const { description: meaning } = schema as { readonly description?: string };
    const what = `in the ${where}: ${inWords(schema)}${required ? "" : "; optional"}`;
    return `<li><code>${escape(name)}</code> ${escape(meaning === undefined ? what : `${what}. ${meaning}`)}</li>`;
  });
  const answers = Object.entries(responses).map(([status, { description: meaning, content = {} }]) => {
    const members = status.startsWith("2") ? Object.values(content).map(({ schema }) => memberTable(schema)) : [];
    return `<li><code>${escape(status)}</code> ${escape(meaning)}${members.join("")}</li>`;
  });
  const body = requestBody?.content["application/json"]?.schema;
  return `<details><summary><code>${method.toUpperCase()} ${escape(path)}</code> ${escape(summary)}</summary>
${description === undefined ? "" : `<p>${escape(description)}</p>`}${inputs.length === 0 ? "" : `<ul>${inputs.join("")}</ul>`}
<pre>${escape(curlLine(method, path, security.length > 0, body !== undefined))}</pre>
${body === undefined ? "" : `<h4>Body</h4>${memberTable(body)}<details><summary>as JSON Schema</summary>${json(body)}</details>`}
<h4>Answers</h4><ul>${answers.join("")}</ul></details>
`;
}

/** For copying; the reader fills in what is in braces. */
function curlLine(method: string, path: string, withToken: boolean, withBody: boolean): string {
  const token = withToken ? ' --header "authorization: Bearer $TOKEN"' : "";
  const request = method === "get" || (method === "post" && withBody) ? "" : ` --request ${method.toUpperCase()}`;
  return `curl${token}${request} "$ADMIN${path}"${withBody ? " --data '{ }'" : ""}`;
}

function memberTable(schema: JsonSchema): string {
  const rows = membersOf(schema).map(({ name, what, optional, description = "" }) => {
    const wanted = `${what}${optional ? "; optional" : ""}`;
    return `<tr><td><code>${escape(name)}</code></td><td>${escape(wanted)}</td><td>${escape(description)}</td></tr>`;
  });
  return rows.length === 0 ? "" : `<table>${rows.join("")}</table>`;
}

function faultTable(): string {
  const rows = Object.values(faults).map(({ id, sentence, params }) => {
    const wanted = Object.entries(params).map(([name, { wanted: what, fallback }]) => {
      return `<code>${escape(name)}</code>: ${escape(what)}${fallback === undefined ? "" : ` (default: ${escape(JSON.stringify(fallback))})`}`;
    });
    return `<tr><td><code>${escape(id)}</code></td><td>${escape(sentence)}</td><td>${wanted.join("<br>")}</td></tr>`;
  });
  return `<details><summary>All faults, and their parameters</summary><table>${rows.join("")}</table></details>`;
}

function json(value: JsonSchema): string {
  return `<pre>${escape(JSON.stringify(value, undefined, 2))}</pre>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
nav a { margin-right: .7rem; }
details { border: 1px solid #8886; border-radius: 4px; margin: .4rem 0; padding: .3rem .7rem; }
summary { cursor: pointer; }
pre { overflow-x: auto; background: #8881; padding: .6rem; font-size: 13px; }
td, th { text-align: left; padding: .1rem .8rem .1rem 0; vertical-align: top; }
td code { white-space: nowrap; }
h4 { margin: .6rem 0 .2rem; }
:root { color-scheme: light dark; }
`;
