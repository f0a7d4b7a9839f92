/** The suites: what conformance means, as data. */
export { checks, requirements } from "./gen/catalogue.js";
