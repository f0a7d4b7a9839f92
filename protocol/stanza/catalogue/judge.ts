import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";
import { childrenOf } from "../node.js";
import type { StanzaNode } from "../node.js";
import { catalogueEntries } from "./catalogue.js";
import type { CatalogueEntry, Direction, EntryCondition } from "./entry.js";
import type { InteropForms } from "./forms.js";
import { formOf } from "./form.js";
import { violationOf } from "./violations.js";
import type { Violation } from "./violations.js";

const maxViolations = 50;
/** Of a name or value in a message. */
const maxNamed = 60;
const groupSuffix = "@g.us";

/** Compares stanzas with the catalogue. */
export interface StanzaJudge {
  /**
   * Strict both ways: what is missing and what should not be there. Returns an empty list for a stanza that conforms, at
   * most 50 violations otherwise.
   */
  judge(subject: StanzaNode, direction: Direction): readonly Violation[];
  /** The entry that judges this stanza, if the catalogue has one. */
  entryFor(subject: StanzaNode, direction: Direction): CatalogueEntry | undefined;
}

/** @param forms Of the requests that a profile decides. */
export function stanzaJudge(forms: InteropForms): StanzaJudge {
  const entriesByTag: Readonly<Record<Direction, Map<string, Candidate[]>>> = {
    "from-client": new Map(),
    "from-server": new Map(),
  };
  for (const entry of catalogueEntries(forms)) {
    const ofDirection = entriesByTag[entry.direction];
    ofDirection.set(entry.tag, [...(ofDirection.get(entry.tag) ?? []), { entry, holds: conditionOf(entry.when) }]);
  }

  function entryFor(subject: StanzaNode, direction: Direction): CatalogueEntry | undefined {
    return entriesByTag[direction].get(subject.tag)?.find(({ holds }) => holds(subject))?.entry;
  }

  return {
    entryFor,
    judge(subject, direction) {
      const entry = entryFor(subject, direction);
      if (entry === undefined) {
        return [unknownStanza(subject, direction, entriesByTag[direction].has(subject.tag))];
      }
      const validate = validatorOf(entry);
      if (validate(formOf(subject))) return [];
      const found: Violation[] = [];
      for (const error of validate.errors ?? []) {
        const violation = violationOf(entry.id, subject.tag, error);
        if (violation !== undefined) found.push(violation);
        if (found.length === maxViolations) break;
      }
      return found;
    },
  };
}

// Compiling a schema takes about a millisecond, so each waits for the first stanza that needs it. Kept across judges,
// which share all but a few entries.
const validators = new WeakMap<CatalogueEntry, ValidateFunction>();
let ajv: Ajv2020 | undefined;

interface Candidate {
  readonly entry: CatalogueEntry;
  readonly holds: (subject: StanzaNode) => boolean;
}

/** Taken apart beforehand, because every stanza is put to the conditions of all entries of its tag. */
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
    // Making the code of a schema smaller takes longer than a run gains by it.
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
