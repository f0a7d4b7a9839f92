/** One thing that the person is asked: to do something, to answer yes or no, or to fill in a form. */
export interface Card {
  readonly title: string;
  readonly lines: readonly string[];
  /** To be copied into the app. */
  readonly values: readonly CardValue[];
  readonly fields: readonly CardField[];
  readonly choices: readonly CardChoice[];
  /** To be sent from the app. */
  readonly file?: CardFile;
  /** The harness sees on the wire when it has happened, so the person need not say so. */
  readonly watched: boolean;
  /** A picture of what the app shows can go with the answer. */
  readonly takesPicture?: true;
}

export interface CardValue {
  readonly label: string;
  readonly value: string;
  /** Worth a code for a phone's camera. */
  readonly scan?: true;
}

export interface CardField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  readonly isUrl?: true;
}

export interface CardChoice {
  readonly id: string;
  readonly label: string;
}

export interface CardFile {
  readonly name: string;
  readonly mimetype: string;
  /** Base64. */
  readonly data: string;
}

export interface Answer {
  readonly choice: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const cannot: CardChoice = { id: "cannot", label: "I cannot do this" };
export const yes: CardChoice = { id: "yes", label: "Yes" };
export const no: CardChoice = { id: "no", label: "No" };
const done: CardChoice = { id: "done", label: "Continue" };

export function question(title: string, lines: readonly string[], choices: readonly CardChoice[] = [yes, no]): Card {
  return { title, lines, values: [], fields: [], choices, watched: false, takesPicture: true };
}

export function form(
  title: string,
  lines: readonly string[],
  fields: readonly CardField[],
  values: readonly CardValue[] = [],
): Card {
  return { title, lines, values, fields, choices: [done], watched: false };
}

/** Longest text that a field may hold. */
const longestField = 2000;

/** What is wrong with an answer; undefined when nothing is. */
export function problemOf(card: Card, { choice, fields }: Answer): string | undefined {
  if (!card.choices.some(({ id }) => id === choice)) {
    return `Wanted one of ${card.choices.map(({ id }) => id).join(", ")}`;
  }
  for (const { name, label, required, isUrl } of card.fields) {
    const value = (fields[name] ?? "").trim();
    if (value === "" && required) return `${label}: found nothing, wanted a value`;
    if (value.length > longestField) return `${label}: found more than ${longestField} characters`;
    if (value !== "" && isUrl === true && !/^https?:\/\/./.test(value)) {
      return `${label}: found "${value.slice(0, 80)}", wanted an address that begins with http:// or https://`;
    }
    if (value !== "" && isUrl === true && !URL.canParse(value)) return `${label}: found no address, wanted one`;
  }
  return undefined;
}
