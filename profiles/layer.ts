/** The plain content of one profile file, and where in its text each part stands. */
export interface ProfileLayer {
  readonly file: string;
  readonly root: Readonly<Record<string, unknown>>;
  /** 1-based line of the key at `path`; of its nearest parent when the path is absent. */
  lineOf(path: readonly string[]): number;
}
