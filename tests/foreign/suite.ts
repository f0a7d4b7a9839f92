import { afterAll, beforeAll, describe, test } from "@jest/globals";
import { openClients, type OpenClient } from "./clients.js";
import { startWorld, type World } from "./world.js";

/** One thing that a client can do, under the same title for every client. */
export type Ability = (title: string, run: () => Promise<void>) => void;

/**
 * The same abilities for every client, around one world each. What a client is not asked for is skipped, and the reason is
 * printed.
 */
export function foreignSuite(name: string, define: (world: () => World, ability: Ability) => void): void {
  describe.each(openClients.map((client) => [client.name, client] as const))(`%s: ${name}`, (_, client) => {
    if (client.absent !== undefined) {
      skipAll(client, define);
      return;
    }
    let world: World | undefined;
    beforeAll(async () => {
      world = await startWorld(client);
    });
    afterAll(() => world?.close());
    define(
      () => world ?? absent(),
      (title, run) => {
        const reason = client.lacks[title];
        if (reason === undefined) test(title, run);
        else skip(client, title, reason);
      },
    );
  });
}

function skipAll(client: OpenClient, define: (world: () => World, ability: Ability) => void): void {
  define(absent, (title) => skip(client, title, client.absent ?? ""));
}

function skip({ name }: OpenClient, title: string, reason: string): void {
  process.stderr.write(`Skipped for ${name}: ${title}: ${reason}\n`);
  test.skip(`${title} (${reason})`, () => undefined);
}

function absent(): World {
  throw new Error("No world yet, wanted one");
}
