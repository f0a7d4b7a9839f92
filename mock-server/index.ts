/** The simulated Meta side: enlistment, chat channel, key endpoint, push sender and WhatsApp users. */
export type {
  AdminOptions,
  ListenOptions,
  MetaEndpoint,
  MetaEndpointOptions,
  MetaManifest,
  MetaTenant,
} from "./endpoint/options.js";
export type { ConsumerUser, ForeignDevice, LinkedDevice } from "./side/side.js";
export { startMetaEndpoint } from "./endpoint/endpoint.js";
export type { Secret } from "./side/secrets.js";
export { type MockServerErrorCode, MockServerError, mockServerErrorCodes } from "./side/errors.js";
export { connectToMock, startMock, type StartMockOptions } from "./client/connect.js";
export { type ClientErrorCode, MockClientError, MockRefusal } from "./client/errors.js";
export type {
  FaultKind,
  FollowOptions,
  JournalPage,
  JournalStory,
  Mock,
  MockAccount,
  MockDevice,
  MockFaults,
  MockIntegrator,
  MockJournal,
  MockListedDevice,
  MockMedia,
  MockMediaFile,
  MockMessage,
  MockSession,
  MockTenant,
  MockUser,
  NewMockAccount,
  NewMockDevice,
  NewMockTenant,
  PageOptions,
  ReceivedMessage,
  WaitOptions,
} from "./client/types.js";
export type { EntryPredicate, Predicate } from "./predicate/predicate.js";
