import { describe, expect, it } from "@jest/globals";
import { lastWords } from "./last-words.js";

describe("lastWords", () => {
  it.each([
    ["nothing", "", ""],
    ["a plain line", "starting\nout of luck\n\n", "out of luck"],
    [
      "an error of Node",
      "/x/driver.js:3\n    throw new TypeError('no');\n    ^\n\nTypeError: no\n    at Object.<anonymous> (/x/driver.js:3:9) {\n  code: 'X'\n}\n\nNode.js v20.20.2\n",
      "TypeError: no",
    ],
    [
      "an error of Node with a code",
      'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /x/driver.ts\n    at x (node:internal:1)\n\nNode.js v20.20.2',
      'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /x/driver.ts',
    ],
    [
      "an error of Python",
      'Traceback (most recent call last):\n  File "driver.py", line 3, in <module>\n    x()\njson.decoder.JSONDecodeError: Expecting value: line 1\n',
      "json.decoder.JSONDecodeError: Expecting value: line 1",
    ],
    [
      "the deepest cause of Java",
      'Exception in thread "main" java.lang.RuntimeException: outer\n\tat Driver.main(Driver.java:3)\nCaused by: java.io.IOException: inner\n\tat Driver.main(Driver.java:2)\n',
      "Caused by: java.io.IOException: inner",
    ],
    [
      "a panic of Go",
      "panic: assignment to entry in nil map\n\ngoroutine 1 [running]:\nmain.main()\n\t/x/driver.go:9 +0x1d\nexit status 2\n",
      "panic: assignment to entry in nil map",
    ],
  ])("finds %s", (_what, log, said) => {
    expect(lastWords(log)).toBe(said);
  });

  it("does not go on for ever", () => {
    expect(lastWords("x".repeat(9000))).toHaveLength(300);
  });
});
