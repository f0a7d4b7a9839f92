/** The simulated Meta side: enlistment, chat channel, key endpoint, push sender and WhatsApp users. */
export type {
  AdminOptions,
  ListenOptions,
  MetaEndpoint,
  MetaEndpointOptions,
  MetaManifest,
  MetaTenant,
} from "./options.js";
export type { ForeignDevice, LinkedDevice } from "./users/people.js";
export type { ConsumerUser } from "./users/user.js";
export { startMetaEndpoint } from "./endpoint.js";
export type { Secret } from "./secrets.js";
export { type MockServerErrorCode, MockServerError, mockServerErrorCodes } from "./errors.js";
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
