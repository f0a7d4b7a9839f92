import { describe, expect, it } from "@jest/globals";
import { terminalOf } from "./terminal.js";

function stream(isTTY: boolean, columns = 80): NodeJS.WriteStream {
  // The three members that a terminal is judged by.
  return { isTTY, columns, write: () => true } as unknown as NodeJS.WriteStream;
}

describe("terminalOf", () => {
  it.each([
    ["a terminal", true, {}, { colour: true, live: true }],
    ["a pipe", false, {}, { colour: false, live: false }],
    ["NO_COLOR", true, { NO_COLOR: "1" }, { colour: false, live: true }],
    ["an empty NO_COLOR, which means nothing", true, { NO_COLOR: "" }, { colour: true, live: true }],
    ["FORCE_COLOR on a pipe", false, { FORCE_COLOR: "1" }, { colour: true, live: false }],
    ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, { colour: false, live: true }],
    ["NO_COLOR against FORCE_COLOR", false, { NO_COLOR: "1", FORCE_COLOR: "1" }, { colour: false, live: false }],
    ["a dumb terminal", true, { TERM: "dumb" }, { colour: false, live: false }],
    ["CI", true, { CI: "true" }, { colour: true, live: false }],
  ])("%s", (_name, isTTY, env, wanted) => {
    expect(terminalOf(stream(isTTY), env)).toMatchObject(wanted);
  });

  it("keeps lines readable on very wide and very narrow terminals", () => {
    expect([0, 20, 90, 300].map((columns) => terminalOf(stream(true, columns), {}).width)).toEqual([80, 40, 90, 120]);
  });

  it("rewrites no line that a narrow terminal would break", () => {
    expect([20, 90, 300].map((columns) => terminalOf(stream(true, columns), {}).columns)).toEqual([20, 90, 120]);
  });
});
