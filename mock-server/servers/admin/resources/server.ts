import { health, readCa, readDocument, readPage, readServer, ready } from "../contract/server.js";
import { openApiDocument } from "../openapi.js";
import { pageOf } from "../page.js";
import { AdminError } from "../problems.js";
import { type Route, route, textRoute } from "../route.js";
import { absent } from "./find.js";

/** @param all - Every route of the API, these among them. */
export function serverRoutes(all: () => readonly Route[]): readonly Route[] {
  const document = () => openApiDocument(all().map(({ contract }) => contract));
  return [
    route(health, () => ({ status: "ok" as const })),
    route(ready, ({ closing }) => {
      if (closing()) throw new AdminError("closing", "Ask whether ready: found the endpoint closing");
      return { status: "ready" as const };
    }),
    route(readServer, ({ tenants: { first }, ca }) => {
      const { name: profile, version: profileVersion } = first.side.profile;
      return { seed: first.seed, profile, profileVersion, tls: ca !== undefined };
    }),
    textRoute(readCa, ({ ca }) => ca ?? absent("CA certificate", "without TLS")),
    route(readDocument, document),
    textRoute(readPage, () => pageOf(document())),
  ];
}
