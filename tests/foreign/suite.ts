import { afterAll, beforeAll, describe } from "@jest/globals";
import { notInstalled } from "./child.js";
import { startWorld, type World } from "./world.js";

/** A group of tests around one world; skipped, with the reason printed, where there is no client. */
export function foreignSuite(name: string, define: (world: () => World) => void): void {
  if (notInstalled !== undefined) {
    console.warn(`Skipped "${name}": ${notInstalled}`);
    describe.skip(name, () => define(absent));
    return;
  }
  describe(name, () => {
    let world: World | undefined;
    beforeAll(async () => {
      world = await startWorld();
    });
    afterAll(() => world?.close());
    define(() => world ?? absent());
  });
}

function absent(): World {
  throw new Error("No world yet, wanted one");
}
