import { CodedError } from "../core/coded-error.js";

/** Every way in which reading a profile fails. Each has a paragraph in docs/errors/profiles.md. */
export const profileErrorCodes = [
  "profile-not-found",
  "profile-unreadable",
  "profile-too-large",
  "profile-malformed",
  "profile-unknown-field",
  "profile-bad-value",
  "profile-missing-field",
] as const;

export type ProfileErrorCode = (typeof profileErrorCodes)[number];

/** One thing that is wrong in a profile file. */
export interface ProfileProblem {
  readonly code: ProfileErrorCode;
  /** Dotted path of the field, for example `channel.keepAliveMs`; empty for the file as a whole. */
  readonly path: string;
  /** 1-based line of the file; 0 when there is none to point at. */
  readonly line: number;
  /** What was found and what is wanted. */
  readonly message: string;
}

/** Its code is that of the first problem; the message lists them all. */
export class ProfileError extends CodedError<ProfileErrorCode> {
  readonly problems: readonly ProfileProblem[];

  constructor(file: string, problems: readonly [ProfileProblem, ...ProfileProblem[]], options?: ErrorOptions) {
    super(problems[0].code, `Read profile "${file}": ${problems.map(sentence).join("; ")}`, options);
    this.problems = problems;
  }
}

function sentence({ line, message }: ProfileProblem): string {
  return line === 0 ? message : `line ${line}: ${message}`;
}
