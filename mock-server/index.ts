/** The simulated Meta side: enlistment, chat channel, key endpoint, push sender and WhatsApp users. */
export type { MetaEndpoint, MetaEndpointOptions, MetaManifest, ListenOptions } from "./endpoint.js";
export type { ForeignDevice, LinkedDevice } from "./users/people.js";
export type { ConsumerUser } from "./users/user.js";
export { startMetaEndpoint } from "./endpoint.js";
export { type MockServerErrorCode, MockServerError, mockServerErrorCodes } from "./errors.js";
