import type { Profile } from "../../profiles/profile.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, SessionStatement } from "../model/result.js";

/** The suite of properties that every session protocol must have. */
const suite = "m3-own-protocol/";

interface Judged {
  readonly profile: Pick<Profile, "session">;
  readonly requirements: readonly Requirement[];
  readonly results: readonly CheckResult[];
}

/**
 * What Meta asks of a provider whose sessions are not Signal's (technical framework 1.0.3, sections 3 and 7; interop facts
 * 61 and 63), and what these results show of it. Undefined where simulated users speak the protocol.
 */
export function statementFor({ profile, requirements, results }: Judged): SessionStatement | undefined {
  if (profile.session.engine !== "other") return undefined;
  const rows = requirements
    .flatMap(({ id, sentence, checks }) =>
      checks.map((check) => ({ requirement: id, sentence, check, why: missing(check, results) })),
    )
    .filter(({ check }) => check.startsWith(suite));
  const shown = rows.filter(({ why }) => why === undefined);
  const open = rows.flatMap(({ sentence, why }) => (why === undefined ? [] : [{ subject: sentence, why }]));
  return {
    protocol: "other",
    summary: `The provider speaks its own pairwise protocol. This run showed ${shown.length} of the ${rows.length} properties that can be observed between two of its users.`,
    shown: shown.map(({ requirement, sentence, check }) => ({ requirement, sentence, check })),
    notShown: [...open, ...notObservable],
    limits,
  };
}

/** Why a check shows nothing; undefined when it shows its property. */
function missing(id: string, results: readonly CheckResult[]): string | undefined {
  const result = results.find((each) => each.id === id);
  if (result === undefined) return `${id} was not selected in this run`;
  if (result.verdict === "pass") return undefined;
  const [finding] = result.findings;
  const found = finding && `${finding.what}: expected ${finding.expected}, found ${finding.actual}`;
  return `${id}: ${found ?? result.cause?.message ?? result.verdict}`;
}

const notObservable: SessionStatement["notShown"] = [
  {
    subject: "Deniability: a transcript does not prove to others who wrote it.",
    why: "It follows from how keys are agreed; no conversation shows it.",
  },
  {
    subject: "A contact's new identity key is shown in the chat.",
    why: "No driver call gives a provider's user a new identity key, and simulated users do not speak the protocol.",
  },
  {
    subject: "WhatsApp's clients can read what is sent, and write what can be read.",
    why: "Both ends of every conversation were users of the provider. How WhatsApp would get another protocol is not public.",
  },
  {
    subject: "The keys that a session begins with are those of the right person.",
    why: "The harness does not know how this protocol binds keys to people.",
  },
];

const limits: readonly string[] = [
  "The run observed which exported states could read which ciphertexts. That proves nothing about the protocol, and does not replace a review of its design.",
  "The harness trusts state.export: it did not see keys that the driver keeps elsewhere.",
];
