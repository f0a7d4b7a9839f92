import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";
import { toHex } from "../../../core/bytes.js";
import { childrenOf, isNodeList, type StanzaNode } from "../node.js";
import { catalogueEntries } from "./catalogue.js";
import type { CatalogueEntry, Direction, EntryCondition } from "./entry.js";
import type { InteropForms } from "./requests.js";
import { violationOf } from "./violations.js";
import type { Violation } from "./violations.js";

const maxViolations = 50;
/** Of a name or value in a message. */
const maxNamed = 60;
const groupSuffix = "@g.us";

/**
 * Compares a stanza with the catalogue. Strict both ways: what is missing and what should not be there. Returns an empty
 * list for a stanza that conforms, at most 50 violations otherwise.
 */
export type StanzaValidator = (subject: StanzaNode, direction: Direction) => readonly Violation[];

/** @param forms Of the requests that a profile decides. */
export function stanzaValidator(forms: InteropForms): StanzaValidator {
  const candidates: Readonly<Record<Direction, Map<string, Candidate[]>>> = {
    "from-client": new Map(),
    "from-server": new Map(),
  };
  for (const entry of catalogueEntries(forms)) {
    const ofDirection = candidates[entry.direction];
    ofDirection.set(entry.tag, [...(ofDirection.get(entry.tag) ?? []), { entry, holds: conditionOf(entry.when) }]);
  }

  return (subject, direction) => {
    const ofTag = candidates[direction].get(subject.tag);
    const entry = ofTag?.find(({ holds }) => holds(subject))?.entry;
    if (entry === undefined) return [unknownStanza(subject, direction, ofTag !== undefined)];
    const validate = validatorOf(entry);
    if (validate(formOf(subject))) return [];
    const found: Violation[] = [];
    for (const error of validate.errors ?? []) {
      const violation = violationOf(entry.id, subject.tag, error);
      if (violation !== undefined) found.push(violation);
      if (found.length === maxViolations) break;
    }
    return found;
  };
}

// Compiling a schema takes about a millisecond, so each waits for the first stanza that needs it. Kept across validators,
// which share all but a few entries.
const validators = new WeakMap<CatalogueEntry, ValidateFunction>();
let ajv: Ajv2020 | undefined;

interface Candidate {
  readonly entry: CatalogueEntry;
  readonly holds: (subject: StanzaNode) => boolean;
}

/** Taken apart beforehand, because every stanza meets the conditions of all entries of its tag. */
function conditionOf({ attrs = {}, present, group, child }: EntryCondition = {}): Candidate["holds"] {
  const wanted = Object.entries(attrs);
  const path = child?.split("/");
  return (subject) => {
    for (const [name, values] of wanted) if (!values.includes(subject.attrs[name] ?? null)) return false;
    if (present !== undefined && !Object.hasOwn(subject.attrs, present)) return false;
    if (group !== undefined && subject.attrs[group]?.endsWith(groupSuffix) !== true) return false;
    if (path !== undefined) return hasDescendant(subject, path);
    return child === undefined || childrenOf(subject).length === 0;
  };
}

function hasDescendant(subject: StanzaNode, [tag, ...rest]: readonly string[]): boolean {
  if (tag === undefined) return true;
  return childrenOf(subject).some((child) => child.tag === tag && hasDescendant(child, rest));
}

function validatorOf(entry: CatalogueEntry): ValidateFunction {
  const known = validators.get(entry);
  if (known !== undefined) return known;
  ajv ??= new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: true,
    validateSchema: false,
    // Optimizing the code of a schema takes longer than a run gains from it.
    code: { optimize: false },
  });
  const compiled = ajv.compile(entry.schema);
  validators.set(entry, compiled);
  return compiled;
}

function unknownStanza(subject: StanzaNode, direction: Direction, known: boolean): Violation {
  const tag = subject.tag.slice(0, maxNamed);
  const shown = ["xmlns", "type"].flatMap((name) => {
    const value = subject.attrs[name];
    return value === undefined ? [] : [`${name} ${JSON.stringify(value.slice(0, maxNamed))}`];
  });
  const children = childrenOf(subject)
    .slice(0, 5)
    .map((child) => child.tag.slice(0, maxNamed));
  const facts = [...shown, children.length === 0 ? "no child" : `child ${children.join(", ")}`].join(", ");
  const message = known ? `${tag}: no known form has ${facts}` : `${tag}: no stanza of this name is known ${direction}`;
  return { stanza: tag, path: tag, rule: "unknown-stanza", message };
}

/**
 * A node as the schemas of the catalogue see it. Children are grouped by tag, so their order across tags does not
 * matter. Text and bytes are the same thing, because the binary form does not keep them apart.
 */
interface StanzaForm {
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, readonly StanzaForm[]>>;
  /** Length of the content, when it is text or bytes. */
  readonly bytes?: number;
  /** The first 64 bytes of it in lower-case hexadecimal. */
  readonly head?: string;
}

const headBytes = 64;
/** No entry looks deeper; what is below is not copied. */
const formDepth = 16;

function formOf(subject: StanzaNode, depth = 1): StanzaForm {
  const { attrs, content } = subject;
  if (typeof content === "string") return new FormWithContent(attrs, Buffer.from(content));
  if (content instanceof Uint8Array) return new FormWithContent(attrs, content);
  // Without a prototype, so that no tag meets an inherited property.
  const children = Object.create(null) as Record<string, StanzaForm[]>;
  if (isNodeList(content) && depth < formDepth) {
    for (const child of content) {
      const siblings = children[child.tag];
      const form = formOf(child, depth + 1);
      if (siblings === undefined) children[child.tag] = [form];
      else siblings.push(form);
    }
  }
  return { attrs, children };
}

const noChildren: StanzaForm["children"] = {};

class FormWithContent implements StanzaForm {
  readonly attrs: StanzaForm["attrs"];
  readonly children = noChildren;
  readonly bytes: number;
  readonly #content: Uint8Array;

  constructor(attrs: StanzaForm["attrs"], content: Uint8Array) {
    this.attrs = attrs;
    this.bytes = content.length;
    this.#content = content;
  }

  /** Computed only for the few rules that use it. It is a getter of the class, so that no rule needs to allow it. */
  get head(): string {
    return toHex(this.#content.subarray(0, headBytes));
  }
}
