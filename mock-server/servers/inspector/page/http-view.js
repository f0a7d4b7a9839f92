import { h } from "./dom.js";
import { facts, preformatted, pretty, wrong } from "./parts.js";

/** @import { Story } from "./stories.js" */
/** @import { EnlistmentEntry, HttpEntry } from "../../../../harness/model/trace.js" */
/** @import { Child } from "./dom.js" */

/**
 * Both halves of an exchange, and what it enlisted.
 *
 * @param {Story} story
 * @returns {Child}
 */
export function httpParts({ entry, more }) {
  return [entry, ...more].map((each) => {
    if (each.kind === "http") return half(each);
    return each.kind === "enlistment" ? enlistment(each) : null;
  });
}

/** @param {HttpEntry} entry */
function half({ part, method, url, status, headers, body, bodyIsBase64, protocol, tls, digest, broken }) {
  const said = part === "request" ? `${method} ${url}` : `Status ${status ?? "?"}`;
  return h(
    "section",
    { class: "inner" },
    h("h3", {}, said),
    wrong(broken === undefined ? [] : [`Broke off: ${broken}`]),
    facts({ protocol, tls, file: digest && `${digest.bytes} bytes, SHA-256 ${digest.sha256}` }),
    h("details", {}, h("summary", {}, `${Object.keys(headers).length} headers`), facts(headers)),
    body === ""
      ? h("p", { class: "soft" }, "No body")
      : bodyView(body, headers["content-type"] ?? "", bodyIsBase64 === true),
  );
}

/**
 * @param {string} body
 * @param {string} type
 * @param {boolean} isBase64
 */
function bodyView(body, type, isBase64) {
  if (isBase64)
    return h(
      "details",
      {},
      h("summary", {}, `Body, ${Math.floor((body.length * 3) / 4)} bytes in base64`),
      preformatted(body),
    );
  if (type.startsWith("application/x-www-form-urlencoded")) return facts(Object.fromEntries(new URLSearchParams(body)));
  try {
    return pretty(JSON.parse(body));
  } catch {
    return preformatted(body);
  }
}

/** @param {EnlistmentEntry} entry */
function enlistment({ arguments: given, problems, token, signatureValid, outcome }) {
  const said = "login" in outcome ? `Enlisted as ${outcome.login}` : `Refused: ${outcome.reason}`;
  return h(
    "section",
    { class: "inner" },
    h("h3", {}, said),
    wrong(problems.map(({ argument, message }) => `${argument}: ${message}`)),
    facts({ signature: signatureValid === undefined ? undefined : signatureValid ? "verifies" : "does not verify" }),
    h("details", {}, h("summary", {}, "Arguments"), facts(given)),
    token === undefined ? null : h("details", {}, h("summary", {}, `Token: ${token.verdict}`), pretty(token)),
  );
}
