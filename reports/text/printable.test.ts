import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { shellWord } from "./printable.js";

test.each(["plain", "", "a b", "it's", '"$HOME" `id` \\ !', "*", "--x=1,2", "ünï", "-"])(
  "a shell reads %p back",
  (word) => {
    const { stdout } = spawnSync("sh", ["-c", `printf %s ${shellWord(word)}`], { encoding: "utf8" });
    expect(stdout).toBe(word);
  },
);

test("a terminal does not act on a word for a shell", () => {
  expect(shellWord("a\u001b[2J")).toBe("'a\\u{1b}[2J'");
});
