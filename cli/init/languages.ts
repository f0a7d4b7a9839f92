/** How the harness reaches the skeleton: it starts a command, or calls an app that is running. */
type Reached = { readonly command: string } | { readonly url: string; readonly start: string };

/** What a skeleton consists of, and how the harness reaches it. */
export type Language = Reached & {
  /** File to write, by the template it comes from. */
  readonly files: Readonly<Record<string, string>>;
  /** What has to be installed. */
  readonly needs: string;
};

/** Where the skeletons that speak HTTP listen. */
const url = "http://127.0.0.1:9000/driver";

export const languages = {
  typescript: {
    files: {
      "driver.ts": "typescript/driver.ts.txt",
      "start.js": "typescript/start.js.txt",
      "package.json": "typescript/package.json.txt",
    },
    command: "node start.js",
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
  kotlin: {
    files: { "Driver.kt": "kotlin/Driver.kt.txt" },
    url,
    start:
      "in a debug build of your app, with: adb forward tcp:9000 tcp:9000\n" +
      "  or without a device: kotlinc Driver.kt -include-runtime -d driver.jar && java -jar driver.jar",
    needs: "Kotlin 1.3 or later",
  },
  swift: {
    files: { "Driver.swift": "swift/Driver.swift.txt" },
    url,
    start: "in a debug build of your app in a simulator, or with: swift Driver.swift",
    needs: "Swift 5.5 or later, on an Apple system",
  },
} as const satisfies Readonly<Record<string, Language>>;

/** Names as the command line takes them, with the short forms that people type. */
export type LanguageName = keyof typeof languages;

export const shortNames: Readonly<Record<string, LanguageName>> = {
  ts: "typescript",
  py: "python",
  golang: "go",
  kt: "kotlin",
};
