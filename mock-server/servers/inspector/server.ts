import { fileURLToPath } from "node:url";
import express, { type Response, type Router } from "express";

/** Where the page stands on the admin port. */
export const inspectorPath = "/inspector/";

const folder = fileURLToPath(new URL("page/", import.meta.url));

/**
 * What the page may do: run its own modules and styles, ask the API beside it, nothing else. Texts of peers cannot become
 * markup, because no part of it may write any.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  // A newer version of the package must not meet modules of an older one.
  "cache-control": "no-cache",
};

/** Serves the inspector: files alone. All that it shows and does goes through the admin API, with the token. */
export function inspectorRouter(): Router {
  const router = express.Router();
  const files = express.static(folder, { setHeaders: (response: Response) => void response.set(headers) });
  router.get("/", (_request, response) => response.redirect(302, inspectorPath));
  router.use(inspectorPath, files);
  return router;
}
