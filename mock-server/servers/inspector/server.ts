import { fileURLToPath } from "node:url";
import express, { type Response, type Router } from "express";

const pagePath = "/inspector/";
const page = fileURLToPath(new URL("page/", import.meta.url));

/** Modules that the page shares with the reports. It imports them by their place in the project, `../../../../harness/…`. */
const wordsPath = "/harness/model/words/";
const words = fileURLToPath(new URL("../../../harness/model/words/", import.meta.url));

/**
 * What the page may do: run modules and styles of this server and call its API. Texts of peers cannot become markup,
 * because no part of the page may write markup.
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
  // Modules of different versions of the package must not meet.
  "cache-control": "no-cache",
};

/** Serves the files of the inspector. Everything that it shows and does goes through the admin API, with the token. */
export function inspectorServer(): Router {
  const filesOf = (folder: string) =>
    express.static(folder, { setHeaders: (response: Response) => void response.set(headers) });
  return express
    .Router()
    .get("/", (_request, response) => response.redirect(302, pagePath))
    .use(pagePath, filesOf(page))
    .use(wordsPath, filesOf(words));
}
