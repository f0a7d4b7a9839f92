/** One sibling of the reference provider: a mutant must die at the checks that name it, a lawful variant must pass. */
export interface Specimen {
  readonly kind: "mutant" | "lawful";
  readonly id: string;
}
