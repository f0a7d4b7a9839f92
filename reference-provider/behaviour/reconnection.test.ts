import { describe, expect, test } from "@jest/globals";
import { seededRandom } from "../../runtime/random.js";
import { backoffMs, type ConnectionEnd, describeEnd, planAfter } from "./reconnection.js";

const failure = (reason: string): ConnectionEnd => ({ cause: "failure", reason });
const streamError = (code: string, conflict = false): ConnectionEnd => ({ cause: "stream-error", code, conflict });

describe("the plan after an end", () => {
  test.each([
    ...["400", "401", "402", "403", "405", "406", "409", "415", "418", "501"].map((reason) => [
      failure(reason),
      "stop",
    ]),
    ...["413", "414", "500", "503"].map((reason) => [failure(reason), "reconnect-later"]),
    [streamError("515"), "reconnect-at-once"],
    [streamError("503"), "reconnect-later"],
    [streamError("429"), "reconnect-much-later"],
    [streamError(""), "reconnect-later"],
    [streamError("401"), "stop"],
    [streamError("409", true), "stop"],
    [{ cause: "left" }, "stop"],
    [{ cause: "lost" }, "reconnect-later"],
    [{ cause: "silent" }, "reconnect-later"],
  ] as [ConnectionEnd, string][])("%j: %s", (end, plan) => {
    expect(planAfter(end, { everOnline: true })).toBe(plan);
  });

  test("gives a first attempt back to the user when it fails by itself", () => {
    const first = { everOnline: false };
    for (const cause of ["unreachable", "lost", "silent", "bad-frame"] as const) {
      expect(planAfter({ cause }, first)).toBe("stop");
    }
    expect(planAfter({ cause: "handshake-refused", code: "certificate-expired" }, first)).toBe("stop");
    expect(planAfter(failure("503"), first)).toBe("reconnect-later");
  });
});

test("pauses double, vary by half, and stop growing", () => {
  const random = seededRandom("pauses");
  for (const [attempt, least] of [100, 200, 400, 800, 1600, 3200, 6400, 6400, 6400].entries()) {
    const pause = backoffMs(attempt, 100, random);
    expect(pause).toBeGreaterThanOrEqual(least);
    expect(pause).toBeLessThanOrEqual(least * 1.5);
  }
});

test("ends are described for people", () => {
  const ends = [failure("401"), streamError("515"), streamError("409", true), { cause: "lost" } as const];
  expect(ends.map(describeEnd)).toEqual(["failure 401", "stream error 515", "conflict", "lost"]);
});
