/** What survives the end of the process: one text for each user, written whole. */
export interface Archive {
  users(): ReadonlyMap<string, string>;
  /** Returns when it would be there after a crash. */
  save(user: string, text: string): void;
  forget(user: string): void;
}

/** Survives a provider in this process, and not the process. */
export function memoryArchive(): Archive {
  const texts = new Map<string, string>();
  return {
    users: () => new Map(texts),
    save: (user, text) => void texts.set(user, text),
    forget: (user) => void texts.delete(user),
  };
}
