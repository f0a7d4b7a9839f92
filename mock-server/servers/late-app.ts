import type { RequestListener } from "node:http";
import type { HttpServersDeps } from "./http-app.js";

/**
 * The HTTP servers are loaded while the endpoint starts to listen and its peer does: with express they are a fifth of what
 * the endpoint loads, and the first thing that a peer asks for takes a while.
 */
export function lateApp(parts: HttpServersDeps): RequestListener {
  const loading = import("./http-app.js").then(({ httpApp }) => httpApp(parts));
  // Whoever asks for something hears of a failure.
  loading.catch(() => undefined);
  return (request, response) => {
    loading.then(
      (app) => void app(request, response),
      () => response.destroy(),
    );
  };
}
