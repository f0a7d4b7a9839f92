import { redact } from "./redact.js";

export interface CanaryHit {
  /** Name of the output, for example "report.html". */
  readonly output: string;
  /** Enough of the secret to recognise it, not to use it. */
  readonly canary: string;
}

/**
 * Looks for secrets that must not have come through, in every form in which a renderer could have written them.
 * `outputs` maps names to texts.
 *
 * @throws RangeError for canaries of fewer than 8 characters: they would be found by chance.
 */
export function findCanaries(outputs: ReadonlyMap<string, string>, canaries: Iterable<string>): readonly CanaryHit[] {
  const hits: CanaryHit[] = [];
  for (const canary of new Set(canaries)) {
    if (canary.length < 8) {
      throw new RangeError(`Looking for a canary: found ${canary.length} characters, wanted at least 8`);
    }
    const forms = formsOf(canary);
    for (const [output, text] of outputs) {
      if (forms.some((form) => text.includes(form))) hits.push({ output, canary: excerpt(canary) });
    }
  }
  return hits;
}

/** Finds outputs in which redaction would still find something: a renderer went round it. */
export function findSecrets(outputs: ReadonlyMap<string, string>): readonly CanaryHit[] {
  const hits: CanaryHit[] = [];
  for (const [output, text] of outputs) {
    const safe = redact(text);
    if (safe === text) continue;
    let at = 0;
    while (safe[at] === text[at]) at++;
    hits.push({ output, canary: excerpt(text.slice(at, at + 8)) });
  }
  return hits;
}

function excerpt(secret: string): string {
  return `${secret.slice(0, 4)}…`;
}

function formsOf(canary: string): readonly string[] {
  const bytes = Buffer.from(canary, "utf8");
  return [
    ...new Set([
      canary,
      JSON.stringify(canary).slice(1, -1),
      encodeURIComponent(canary),
      bytes.toString("hex"),
      bytes.toString("base64").replace(/=+$/, ""),
      bytes.toString("base64url"),
    ]),
  ];
}
