import { expect, test } from "@jest/globals";
import { withoutSecrets } from "./trace-form.js";

test("a state is replaced by its digest, and nothing else is touched", () => {
  const secret = "c2VjcmV0";
  const [once, again] = [
    withoutSecrets("state.import", { user: "u", state: secret }),
    withoutSecrets("state.export", { state: secret }),
  ];
  expect(JSON.stringify(once)).not.toContain(secret);
  expect(once).toMatchObject({ user: "u", state: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  expect(again).toMatchObject({ state: (once as { state: string }).state });
  for (const value of [null, "state", [1], { states: "x" }, { state: 1 }]) {
    expect(withoutSecrets("state.import", value)).toEqual(value);
  }
});

test("a state of typing is no secret", () => {
  const params = { user: "u", to: "v", state: "composing" };
  expect(withoutSecrets("message.typing", params)).toEqual(params);
});
