/** What a run of bytes means. The annotations of an input follow each other without gaps, from its first byte to its last. */
export interface Annotation {
  readonly at: number;
  readonly length: number;
  /** How deep this part lies in the whole; the outermost is 0. */
  readonly depth: number;
  readonly says: string;
}

/** Where reading stopped, and why. */
export interface ReadingProblem {
  readonly at: number;
  readonly reason: string;
}

export interface Annotated {
  readonly annotations: readonly Annotation[];
  /** There when the input could not be read to its end. */
  readonly problem?: ReadingProblem;
}

/** Collects annotations; what is nested is written by readers that know nothing of the offset at which it lies. */
export class AnnotationList {
  readonly #annotations: Annotation[] = [];

  get all(): readonly Annotation[] {
    return this.#annotations;
  }

  add(at: number, end: number, depth: number, says: string): void {
    this.#annotations.push({ at, length: end - at, depth, says });
  }

  /**
   * Notes the start of a part whose words are known only after it was read; call the result with them.
   *
   * @param begun Stays when reading stops before that.
   */
  reserve(at: number, end: number, depth: number, begun: string): (says: string) => void {
    const place = this.#annotations.push({ at, length: end - at, depth, says: begun }) - 1;
    return (says) => {
      this.#annotations[place] = { at, length: end - at, depth, says };
    };
  }

  /** The result of a nested reader, moved to where it lies. */
  nest({ annotations, problem }: Annotated, at: number, depth: number): ReadingProblem | undefined {
    for (const each of annotations) this.#annotations.push({ ...each, at: each.at + at, depth: each.depth + depth });
    return problem && { at: problem.at + at, reason: problem.reason };
  }
}

/** A text of any length, for one line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
