/** One call that gives a Jest test file a simulated Meta side of its own. */
import { connectToMock, startMock, type StartMockOptions } from "./client/connect.js";
import { MockClientError } from "./client/errors.js";
import type { MockTenant } from "./client/types.js";
import { type FinishedTest, finishedTest, globalHooks, type TestHooks } from "./jest/runner.js";
import { writeTranscript } from "./jest/transcript.js";
import type { MetaManifest } from "./options.js";

export type { FinishedTest, TestHooks } from "./jest/runner.js";

export interface UseMockOptions extends StartMockOptions {
  /**
   * A running endpoint, by its manifest or ready file: a tenant of it is used in place of an endpoint in this process.
   * Unless told, what the environment variable INTEROP_MOCK names, if it names anything.
   */
  readonly server?: MetaManifest | string;
  /** Which transcripts stay: those of failed tests unless told. */
  readonly keep?: "on-failure" | "always" | "never";
  /** Where they go; `interop-transcripts` in the working directory unless told. */
  readonly folder?: string;
  /** For runners that make no hooks global. */
  readonly hooks?: TestHooks;
}

const startMs = 30_000;

/**
 * Starts a simulated Meta side before the tests of this file, resets it after each and closes it after the last. When
 * a test fails, the transcript of what it exchanged is kept, and the failure names the file.
 *
 * @returns The side, to be used inside tests and hooks only. @throws MockClientError `no-test-hooks`
 */
export function useMock(options: UseMockOptions = {}): MockTenant {
  const { server = process.env["INTEROP_MOCK"], keep = "on-failure", folder = "interop-transcripts" } = options;
  const hooks = options.hooks ?? globalHooks();
  let mock: MockTenant | undefined;
  let since = 0;

  function current(): MockTenant {
    if (mock !== undefined) return mock;
    const message = "Use the simulated endpoint: found it not started, wanted a test or a hook around it";
    throw new MockClientError("mock-not-started", message);
  }

  hooks.beforeAll(async () => {
    mock = server === undefined || server === "" ? await startMock(options) : await tenantOf(server, options);
  }, startMs);

  hooks.afterEach(async () => {
    const test = finishedTest();
    const kept = isKept(keep, test) ? await keepTranscript(current(), test) : undefined;
    ({ since } = await current().reset());
    // Thrown behind the failure of the test itself, it becomes part of the same report.
    if (kept !== undefined && test.failed === true) throw new Error(`The transcript of this test is in ${kept}`);
  });

  hooks.afterAll(async () => {
    await mock?.close();
    mock = undefined;
  });

  async function keepTranscript(tenant: MockTenant, test: FinishedTest): Promise<string> {
    return writeTranscript(folder, test, await tenant.journal.export(since));
  }

  // What it stands for exists later only.
  return new Proxy({} as MockTenant, { get: (_, member) => Reflect.get(current(), member) as unknown });
}

async function tenantOf(server: MetaManifest | string, { profile, seed }: UseMockOptions): Promise<MockTenant> {
  const shared = await connectToMock(server);
  return shared.tenant({
    ...(seed !== undefined && { seed }),
    ...(profile !== undefined && { profile }),
  });
}

/** A runner that does not tell how a test ended loses no transcript. */
function isKept(keep: UseMockOptions["keep"], { failed }: FinishedTest): boolean {
  return keep === "always" || (keep === "on-failure" && failed !== false);
}
