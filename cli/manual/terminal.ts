import type { Card, CardChoice } from "./card.js";
import type { Desk, NumberedCard } from "./desk.js";

/** The same cards on a terminal, which takes the same answers by line. */
export interface TerminalFace {
  close(): void;
}

/**
 * @param lines What the person types; undefined where there is no terminal, so that the cards are only printed.
 */
export function showOnTerminal(desk: Desk, say: (text: string) => void, lines?: AsyncIterable<string>): TerminalFace {
  let shown: NumberedCard | undefined;
  let given: Record<string, string> = {};
  const stop = desk.subscribe(look);
  look();

  function look(): void {
    const { card } = desk;
    if (card === undefined || card.number === shown?.number) return;
    shown = card;
    given = {};
    say(cardInWords(card.card));
    if (lines !== undefined) say(promptFor(card.card, given));
  }

  function take(line: string): void {
    const { card } = desk;
    if (card === undefined) return;
    const field = nextField(card.card, given);
    if (field !== undefined) {
      given = { ...given, [field.name]: line.trim() };
      if (nextField(card.card, given) !== undefined) return say(promptFor(card.card, given));
    }
    const choice = field === undefined ? choiceFor(card.card, line) : card.card.choices[0];
    const problem =
      choice === undefined
        ? "This is none of the answers"
        : desk.answer(card.number, { choice: choice.id, fields: given });
    if (problem === undefined) return;
    given = {};
    say(problem);
    say(promptFor(card.card, given));
  }

  if (lines !== undefined) void read(lines, take);
  return { close: stop };
}

async function read(lines: AsyncIterable<string>, take: (line: string) => void): Promise<void> {
  for await (const line of lines) take(line);
}

export function cardInWords({ title, lines, values, file }: Card): string {
  const shown = values.map(({ label, value }) => `  ${label}: ${value}`);
  const attached = file === undefined ? [] : [`  File: ${file.name}, on the page`];
  return ["", title, ...lines.map((line) => `  ${line}`), ...shown, ...attached].join("\n");
}

function nextField({ fields }: Card, given: Readonly<Record<string, string>>) {
  return fields.find(({ name }) => !Object.hasOwn(given, name));
}

/** What the person may type now. */
export function promptFor(card: Card, given: Readonly<Record<string, string>>): string {
  const field = nextField(card, given);
  if (field !== undefined) return `  ${field.label}${field.required ? "" : " (may be empty)"}:`;
  const keys = card.choices.map((choice) => `${keyOf(choice)} for "${choice.label}"`).join(", ");
  return `  ${card.watched ? "The harness sees when it has happened. Or type" : "Type"} ${keys}`;
}

function keyOf({ id }: CardChoice): string {
  return id.slice(0, 1);
}

/** By the first letter of its id; Enter is the only choice where there is only one. */
export function choiceFor({ choices, watched }: Card, line: string): CardChoice | undefined {
  const typed = line.trim().toLowerCase();
  if (typed === "") return choices.length === 1 && !watched ? choices[0] : undefined;
  return choices.find((choice) => typed === keyOf(choice) || typed === choice.id);
}
