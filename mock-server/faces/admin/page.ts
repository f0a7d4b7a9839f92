import type { Json } from "../../../harness/model/trace.js";
import { adminErrorCodes, problemKinds } from "./problems.js";

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: { readonly "application/json": { readonly schema: Json } } };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

interface Document {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

/** The document for people: one page that loads nothing and runs nothing. */
export function pageOf(openApi: Json): string {
  // Written by `openApiDocument`, whose form this is.
  const { info, tags, paths, components } = openApi as unknown as Document;
  const operations = Object.entries(paths)
    .filter(([path]) => !path.startsWith("/v1/tenants/{tenant}/"))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<h2 id="${escape(name)}">${escape(name)}</h2><p>${escape(description)}</p>${own.map(operationBlock).join("")}`;
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
<p>For programs: <a href="/openapi.json">openapi.json</a>. To look and try: <a href="/inspector/">the inspector</a></p>
<nav>${tags.map(({ name }) => `<a href="#${escape(name)}">${escape(name)}</a>`).join(" ")}
<a href="#schemas">schemas</a> <a href="#problems">problems</a></nav>
${sections.join("\n")}
<h2 id="schemas">schemas</h2>
${schemas.join("\n")}
<h2 id="problems">problems</h2>
<p>Refusals have the type application/problem+json. Those with status 422 carry a code of another area.</p>
<table><tr><th>code</th><th>status</th><th>meaning</th></tr>${problems.join("\n")}</table>
</body>
</html>
`;
}

function operationBlock({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  const inputs = parameters.map(({ name, in: where, required }) => {
    return `<li><code>${escape(name)}</code> in the ${escape(where)}${required ? "" : ", may be left out"}</li>`;
  });
  const answers = Object.entries(responses).map(([status, { description: meaning }]) => {
    return `<li><code>${escape(status)}</code> ${escape(meaning)}</li>`;
  });
  const body = requestBody === undefined ? "" : `<h4>Body</h4>${json(requestBody.content["application/json"].schema)}`;
  return `<details><summary><code>${method.toUpperCase()} ${escape(path)}</code> ${escape(summary)}</summary>
${description === undefined ? "" : `<p>${escape(description)}</p>`}${inputs.length === 0 ? "" : `<ul>${inputs.join("")}</ul>`}
${body}<h4>Answers</h4><ul>${answers.join("")}</ul></details>
`;
}

function json(value: Json): string {
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
h4 { margin: .6rem 0 .2rem; }
:root { color-scheme: light dark; }
`;
