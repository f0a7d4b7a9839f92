import { scenario } from "../kit/index.js";

/** Meta's side asks for the key set over each version of HTTP that a provider's server has to speak. */
export const keyEndpoint = scenario("scenarios/key-endpoint", [], async ({ meta }) => {
  await meta.askForKeys("http/1.1");
  await meta.askForKeys("h2");
});
