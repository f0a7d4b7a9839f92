import { expect, it } from "@jest/globals";
import { withoutCommands, withoutInnerCommands } from "./log-commands.js";

it.each([
  ["::stop-commands::x", String.raw`\u003a:stop-commands::x`],
  [
    "fine\n  \t::add-mask::x\r\n::error::y",
    String.raw`fine` + "\n  \t" + String.raw`\u003a:add-mask::x` + "\r\n" + String.raw`\u003a:error::y`,
  ],
  ["\u001b[2m::group::x", "\u001b[2m" + String.raw`\u003a:group::x`],
  ["\r\u001b[K::set-output name=a::b", "\r\u001b[K" + String.raw`\u003a:set-output name=a::b`],
  ["a ##vso[task.setvariable variable=x]y", String.raw`a #\u0023vso[task.setvariable variable=x]y`],
  ["##[command]rm", String.raw`#\u0023[command]rm`],
  ["##TeamCity[buildStatus]", String.raw`#\u0023TeamCity[buildStatus]`],
  ["####vso[x]", String.raw`###\u0023vso[x]`],
])("makes no command of %j", (text, shown) => expect(withoutCommands(text)).toBe(shown));

it.each(["a::b", "std::vector", "## Heading", "# #vso[", "12:30::00"])("leaves %j as it is", (text) => {
  expect(withoutCommands(text)).toBe(text);
});

it("leaves JSON the same to whoever reads it", () => {
  const value = { name: "##vso[x]", lines: "a\n::b" };
  expect(JSON.parse(withoutCommands(JSON.stringify(value, undefined, 2)))).toEqual(value);
});

it("leaves a command of ours at the beginning of a line, and none within", () => {
  const text = "##teamcity[testStarted name='a ##teamcity[b']\n::error::##vso[c]\n";
  const shown =
    String.raw`##teamcity[testStarted name='a #\u0023teamcity[b']` + "\n" + String.raw`::error::#\u0023vso[c]` + "\n";
  expect(withoutInnerCommands(text)).toBe(shown);
});
