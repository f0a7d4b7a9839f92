import { CodedError } from "../../core/coded-error.js";

/** One way to come by an error, and what docs/errors says about it. */
export interface Example {
  /** What happens, for a reader: the first words of a sentence that ends in the message. */
  readonly when: string;
  /** Does it: throws or rejects with the error, or returns what a code that is only reported came with. */
  readonly provoke: () => unknown;
}

/** An example for each code of a closed list; a code without one does not compile. */
export type Examples<Code extends string> = Readonly<Record<Code, Example>>;

/** A code that is told rather than thrown: in an answer, in a trace, on stderr. */
export interface Told {
  readonly code: string;
  readonly message: string;
}

export function example(when: string, provoke: () => unknown): Example {
  return { when, provoke };
}

/** What really happened. @throws Error when nothing went wrong. */
export async function outcomeOf({ when, provoke }: Example): Promise<Told> {
  let value: unknown;
  try {
    value = await provoke();
  } catch (thrown) {
    if (thrown instanceof CodedError) return { code: thrown.code as string, message: thrown.message };
    throw thrown;
  }
  if (isTold(value)) return value;
  throw new Error(`The example "${when}" went well: found ${JSON.stringify(value)}, wanted an error`);
}

function isTold(value: unknown): value is Told {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}
