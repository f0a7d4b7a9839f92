/** A capability that a provider must declare, or several of which one will do. */
export type Need = string | readonly string[];

/** Each need once; one of several goes without saying where one of them is needed anyway. */
export function distinctNeeds(needs: readonly Need[]): readonly Need[] {
  const all = new Set(needs);
  return [...all].filter((need) => typeof need === "string" || !need.some((capability) => all.has(capability)));
}

/** What is not declared, in words. */
export function missingNeeds(needs: readonly Need[], capabilities: ReadonlySet<string>): readonly string[] {
  return needs.filter((need) => !asList(need).some((capability) => capabilities.has(capability))).map(needInWords);
}

export function needInWords(need: Need): string {
  return asList(need).join(" or ");
}

/** Every capability that is named, whether it would do alone or not. */
export function namedCapabilities(needs: readonly Need[]): readonly string[] {
  return needs.flatMap(asList);
}

function asList(need: Need): readonly string[] {
  return typeof need === "string" ? [need] : need;
}
