import { describe, expect, test } from "@jest/globals";
import { systemClock } from "../../runtime/system-clock.js";
import { isNullKind, nullDriver, nullKinds } from "./null-driver.js";

const request = (method: string, params: object = {}): string => {
  return JSON.stringify({ jsonrpc: "2.0", id: 3, method, params });
};

async function ask(kind: Parameters<typeof nullDriver>[0], text: string): Promise<unknown> {
  const answer = await nullDriver(kind).answer(text);
  return answer === undefined ? undefined : JSON.parse(answer);
}

describe("null providers", () => {
  test("are known by name", () => {
    expect(nullKinds).toEqual(["silent", "closing", "always-ok", "always-error", "echo"]);
    expect(nullKinds.every(isNullKind) && !isNullKind("toString")).toBe(true);
  });

  test("silent never answers", async () => {
    const answer = nullDriver("silent").answer(request("provider.describe"));
    const later = new Promise((resolve) => systemClock.after(20, () => resolve("later")));
    expect(await Promise.race([answer, later])).toBe("later");
  });

  test("closing hangs up", () => {
    expect(nullDriver("closing").hangsUp).toBe(true);
  });

  test("echo says the same", async () => {
    expect(await nullDriver("echo").answer("anything")).toBe("anything");
  });

  test("always-error fails at everything", async () => {
    expect(await ask("always-error", request("user.connect"))).toMatchObject({ id: 3, error: { code: -32000 } });
    expect(await nullDriver("always-error").answer("{")).toBeUndefined();
  });

  test("always-ok says what is wanted", async () => {
    expect(await ask("always-ok", request("provider.describe"))).toMatchObject({ result: { protocol: 1 } });
    expect(await ask("always-ok", request("user.create", { user: "u" }))).toEqual({
      jsonrpc: "2.0",
      id: 3,
      result: { user: "u" },
    });
    expect(await ask("always-ok", request("events.take"))).toMatchObject({ result: { events: [] } });
    expect(await ask("always-ok", request("anything.else"))).toMatchObject({ result: {} });
  });
});
