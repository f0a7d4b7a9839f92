/** A mutant that touches no more exchanges than this besides its own meets all of them. */
const fewExchanges = 30;
const everyHowManieth = 5;

/**
 * Which of the exchanges that a mutant touches, and in which no check names it, it meets. Who gets the beginning wrong (keys, enlistment,
 * login) touches all of them, and is in each one as broken as in the next. So of many it meets every fifth, another fifth than
 * the next mutant does.
 *
 * @param scenarios In the order of the suites.
 */
export function sampleFor(mutant: string, scenarios: readonly string[]): ReadonlySet<string> {
  if (scenarios.length <= fewExchanges) return new Set(scenarios);
  const letters = Array.from(mutant, (letter) => letter.codePointAt(0) ?? 0);
  const first = letters.reduce((sum, letter) => sum + letter, 0) % everyHowManieth;
  return new Set(scenarios.filter((_, at) => at % everyHowManieth === first));
}
