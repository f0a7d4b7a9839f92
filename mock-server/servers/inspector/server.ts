import { fileURLToPath } from "node:url";
import express, { type Response, type Router } from "express";
import { pageHeaders } from "../../http/page-headers.js";

const pagePath = "/inspector/";
const page = fileURLToPath(new URL("page/", import.meta.url));

/** Modules that the page shares with the reports. It imports them by their place in the project, `../../../../harness/…`. */
const wordsPath = "/harness/model/words/";
const words = fileURLToPath(new URL("../../../harness/model/words/", import.meta.url));

// Modules of different versions of the package must not meet.
const headers = { ...pageHeaders, "cache-control": "no-cache" };

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
