import { describe, expect, test } from "@jest/globals";
import { systemClock } from "../runtime/system-clock.js";
import { EventQueue, type UserEvent } from "./events.js";

const receipt = (id: string): UserEvent => ({
  kind: "receipt",
  ids: [id],
  from: "1@s.whatsapp.net",
  type: "delivered",
});

describe("the event queue", () => {
  test("gives what is there at once, in order, and once", async () => {
    const queue = new EventQueue(systemClock);
    queue.push(receipt("a"));
    queue.push(receipt("b"));
    const taken = await queue.take(1000);
    expect(taken.map((event) => event.kind === "receipt" && event.ids)).toEqual([["a"], ["b"]]);
    expect(await queue.take(0)).toEqual([]);
  });

  test("wakes whoever waits", async () => {
    const queue = new EventQueue(systemClock);
    const waiting = queue.take(5000);
    queue.push(receipt("a"));
    expect(await waiting).toMatchObject([{ kind: "receipt", ids: ["a"] }]);
  });

  test("is empty at the time-out and at the end", async () => {
    const queue = new EventQueue(systemClock);
    expect(await queue.take(10)).toEqual([]);
    const waiting = queue.take(5000);
    queue.close();
    expect(await waiting).toEqual([]);
  });

  test("loses the oldest when nobody takes any, and says so", async () => {
    const queue = new EventQueue(systemClock);
    for (let count = 0; count < 1002; count++) queue.push(receipt(`${count}`));
    const taken = await queue.take(0);
    expect(taken).toHaveLength(1001);
    expect(taken[0]).toMatchObject({
      kind: "error",
      code: "events-lost",
      detail: "2 older events were not taken in time",
    });
    expect(taken[1]).toMatchObject({ ids: ["2"] });
  });
});
