/** What a skeleton consists of, and how it is started in its folder. */
export interface Language {
  /** File to write, by the template it comes from. */
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  /** What has to be installed. */
  readonly needs: string;
}

export const languages = {
  typescript: {
    files: { "driver.ts": "typescript/driver.ts.txt", "package.json": "typescript/package.json.txt" },
    command: "node driver.ts",
    needs: "Node.js 22.18 or later, which runs TypeScript as it is",
  },
  python: {
    files: { "driver.py": "python/driver.py.txt" },
    command: "python3 driver.py",
    needs: "Python 3.8 or later",
  },
  go: {
    files: { "driver.go": "go/driver.go.txt", "go.mod": "go/go.mod.txt" },
    command: "go run .",
    needs: "Go 1.18 or later",
  },
  java: { files: { "Driver.java": "java/Driver.java.txt" }, command: "java Driver.java", needs: "Java 11 or later" },
} as const satisfies Readonly<Record<string, Language>>;

/** Names as the command line takes them, with the short forms that people type. */
export type LanguageName = keyof typeof languages;

export const shortNames: Readonly<Record<string, LanguageName>> = { ts: "typescript", py: "python", golang: "go" };
