import type { ProviderUser } from "../../harness/ports/provider-side.js";
import type { DriveContext } from "./index.js";

/** The user disconnects, and the server has noticed: what is sent from now on finds the user away. */
export async function leave({ meta, wait }: DriveContext, user: ProviderUser): Promise<void> {
  const connection = meta.session(user.login)?.connection;
  await user.disconnect();
  if (connection !== undefined) {
    await wait("connection", (entry) => entry.event === "closed" && entry.connection === connection);
  }
}
