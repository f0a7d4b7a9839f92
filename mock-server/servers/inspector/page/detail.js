import { fill, h } from "./dom.js";
import { httpParts } from "./http-view.js";
import { facts, pretty, wrong } from "./parts.js";
import { contentWords, lineOf, textOf } from "./words.js";
import { xmlView } from "./xml.js";

/** @import { Story } from "./stories.js" */
/** @import { MediaEntry, TraceEntry } from "../../../../harness/model/trace.js" */
/** @import { Child } from "./dom.js" */

/**
 * @typedef {object} Savers
 * @property {(story: Story) => void} trace
 * @property {(story: Story) => void} bytes
 * @property {(story: Story) => void} vector
 * @property {(story: Story) => void} copy
 */

/**
 * Shows all of a story.
 *
 * @param {HTMLElement} element
 * @param {Story | undefined} story
 * @param {Savers} savers
 */
export function showDetail(element, story, savers) {
  if (story === undefined) return fill(element, h("p", { class: "soft" }, "Choose an entry to see all of it."));
  const { entry } = story;
  const { who, title } = lineOf(story);
  const isStanza = entry.kind === "stanza";
  const stanzaOnly = isStanza
    ? [
        h("button", { type: "button", onclick: () => savers.bytes(story) }, "Save bytes"),
        h("button", { type: "button", onclick: () => savers.vector(story) }, "Save vector"),
        h("button", { type: "button", onclick: () => savers.copy(story) }, "Copy XML"),
      ]
    : [];
  fill(
    element,
    h("h2", {}, isStanza ? `<${title}>` : title, " ", h("small", {}, who)),
    h(
      "p",
      { class: "actions" },
      h("button", { type: "button", onclick: () => savers.trace(story) }, "Save trace"),
      stanzaOnly,
    ),
    h(
      "p",
      { class: "soft" },
      `Entry ${entry.seq}, ${(entry.at / 1000).toFixed(3)} s, by ${entry.by === "provider" ? "the provider" : "the simulated side"}`,
    ),
    bodyOf(story),
  );
  element.scrollTop = 0;
}

/**
 * @param {Story} story
 * @returns {Child}
 */
function bodyOf(story) {
  const { entry, inner } = story;
  switch (entry.kind) {
    case "stanza":
      return [
        wrong(entry.violations.map(({ path, message }) => `${path || "/"}: ${message}`)),
        xmlView(entry.node),
        inner.map(innerPart),
        facts({
          account: entry.account,
          connection: entry.connection,
          size: `${entry.size} bytes${entry.compressed ? ", compressed" : ""}`,
          encoding: entry.notes.join(", ") || undefined,
        }),
      ];
    case "http":
    case "enlistment":
      return httpParts(story);
    case "sealed":
    case "opened":
    case "media":
      return innerPart(entry);
    default:
      return pretty(membersOf(entry));
  }
}

/** @param {Story["inner"][number]} entry */
function innerPart(entry) {
  if (entry.kind === "media") return filePart(entry);
  const title = entry.kind === "sealed" ? `Sealed by ${entry.user} for ${entry.to}` : `Opened by ${entry.user}`;
  const { content, inspection } = entry;
  const failed = entry.kind === "opened" && entry.error !== undefined ? [`Could not be opened: ${entry.error}`] : [];
  const padding = entry.kind === "opened" ? entry.padding : undefined;
  return h(
    "section",
    { class: "inner" },
    h("h3", {}, title),
    wrong(failed),
    content !== undefined && content.type === "text" ? h("blockquote", {}, textOf(content["text"])) : null,
    content === undefined
      ? null
      : h(
          "details",
          content.type === "text" ? {} : { open: true },
          h("summary", {}, `Content: ${contentWords(content).slice(0, 60)}`),
          pretty(content),
        ),
    inspection === undefined
      ? null
      : h(
          "details",
          {},
          h("summary", {}, `Signal message: ${inspection.kind}, counter ${inspection.counter}`),
          pretty(inspection),
        ),
    padding === undefined
      ? null
      : facts({ padding: `${padding.length} bytes${padding.uniform ? "" : ", not uniform"}` }),
  );
}

/** @param {MediaEntry} entry */
function filePart({ user, path, status, broken, blob, plain, problems }) {
  return h(
    "section",
    { class: "inner" },
    h("h3", {}, `File fetched by ${user}`),
    wrong(broken === undefined ? problems : [`Broke off: ${broken}`, ...problems]),
    facts({
      path,
      status: status === undefined ? undefined : String(status),
      stored: blob && `${blob.bytes} bytes, SHA-256 ${blob.sha256}`,
      opened: plain && `${plain.bytes} bytes, SHA-256 ${plain.sha256}`,
    }),
  );
}

/** @param {TraceEntry} entry */
function membersOf(entry) {
  const { seq: _seq, at: _at, scenario: _scenario, by: _by, ...members } = entry;
  return members;
}
