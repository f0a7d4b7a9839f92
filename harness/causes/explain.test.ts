import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../model/result.js";
import type { TraceEntry } from "../model/trace.js";
import { firstFrameLeft } from "./channel.js";
import { explainFailure } from "./explain.js";

const findings = (frame: number): readonly Finding[] => [
  { what: "w", expected: "yes", actual: "no", at: `frame ${frame}` },
];
/** Entries have more members; those that a cause rests on are enough here. */
const trace = (entries: readonly object[]): readonly TraceEntry[] =>
  entries.map((entry, index) => ({ seq: index + 1, ...entry })) as unknown as readonly TraceEntry[];

describe("an error that the provider reports", () => {
  const messages = [
    { kind: "sealed", by: "harness", messageId: "3EB01" },
    { kind: "sealed", by: "harness", messageId: "3EB02" },
  ];
  const entries = trace([
    ...messages,
    {
      kind: "event",
      by: "provider",
      event: { kind: "error", code: "undecryptable", detail: "message 3EB02: bad MAC" },
    },
  ]);

  test("explains a finding about its message", () => {
    expect(explainFailure(entries, findings(2))).toMatchObject({ code: "undecryptable" });
  });

  test("explains no finding about another message", () => {
    expect(explainFailure(entries, findings(1))).toBeNull();
  });

  test("explains nothing if it names no message that is cited", () => {
    const unnamed = trace([...messages, { kind: "event", event: { kind: "error", code: "bad-mac" } }]);
    expect(explainFailure(unnamed, findings(1))).toBeNull();
  });

  test("explains findings without a frame only if it is the only one", () => {
    const none: readonly Finding[] = [{ what: "w", expected: "yes", actual: "no", at: "" }];
    const [error = {}] = entries.slice(2);
    expect(explainFailure(entries, none)).toMatchObject({ code: "undecryptable" });
    expect(explainFailure(trace([...entries, { ...error, seq: 4 }]), none)).toBeNull();
  });
});

test("a client that leaves after its login without a frame is told which frame it left at", () => {
  const connection = "c1";
  const entries = trace([
    { kind: "driver", by: "harness", part: "request", method: "user.connect", call: 7 },
    { kind: "login", by: "provider", connection, account: "a", outcome: "accepted" },
    { kind: "connection", by: "provider", connection, event: "closed", reason: "1000" },
    { kind: "driver", by: "provider", part: "response", method: "user.connect", call: 7, error: { code: "x" } },
  ]);
  expect(explainFailure(entries, findings(4))).toMatchObject({ code: firstFrameLeft, entry: 2 });
  expect(explainFailure(entries.slice(0, 3), findings(3))).toBeNull();
});
