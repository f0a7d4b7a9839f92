import type { RequestListener } from "node:http";
import type { HttpServersDeps } from "./http-app.js";

/**
 * Loads the HTTP servers while the endpoint starts to listen and its peer starts. With express they are a fifth of what
 * an endpoint loads, and the first request of a peer comes later.
 */
export function lateApp(deps: HttpServersDeps): RequestListener {
  const loading = import("./http-app.js").then(({ httpApp }) => httpApp(deps));
  // A failure destroys the first request, which reports it.
  loading.catch(() => undefined);
  return (request, response) => {
    loading.then(
      (app) => void app(request, response),
      () => response.destroy(),
    );
  };
}
