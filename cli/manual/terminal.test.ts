import { expect, test } from "@jest/globals";
import { form, question } from "./card.js";
import { createDesk } from "./desk.js";
import { showOnTerminal } from "./terminal.js";

async function* typed(...lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

test("a question is answered by the first letter, after what is none of the answers", async () => {
  const desk = createDesk();
  const said: string[] = [];
  const answer = desk.ask(question("Does the app show “Hello”?", ["From +999."]));
  showOnTerminal(desk, (text) => said.push(text), typed("", "maybe", "y"));
  expect(await answer).toEqual({ choice: "yes", fields: {} });
  expect(said.join("\n")).toContain("From +999.");
  expect(said.filter((text) => text === "This is none of the answers")).toHaveLength(2);
});

test("a form takes one field a line, and begins again when something is wrong", async () => {
  const desk = createDesk();
  const said: string[] = [];
  const fields = [
    { name: "name", label: "Name", value: "", required: true },
    { name: "url", label: "Key set", value: "", required: true, isUrl: true },
  ] as const;
  const answer = desk.ask(form("Start", [], fields));
  showOnTerminal(desk, (text) => said.push(text), typed("App", "nowhere", "App", "http://host/jwks"));
  expect(await answer).toEqual({ choice: "done", fields: { name: "App", url: "http://host/jwks" } });
  expect(said.join("\n")).toContain('Key set: found "nowhere"');
});

test("a card is withdrawn when the wire has answered", async () => {
  const desk = createDesk();
  const over = new AbortController();
  const answer = desk.ask(question("?", []), over.signal);
  const number = desk.card?.number ?? 0;
  over.abort();
  expect(await answer).toBeUndefined();
  expect([desk.card, desk.answer(number, { choice: "yes", fields: {} })]).toEqual([undefined, "This step is over"]);
});
