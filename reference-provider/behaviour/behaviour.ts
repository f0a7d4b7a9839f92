import { type ChannelBehaviour, lawfulChannel } from "./channel.js";
import { type EnlistmentBehaviour, lawfulEnlistment } from "./enlistment.js";
import { type FeatureBehaviour, lawfulFeatures } from "./features.js";
import { type FileBehaviour, lawfulFiles } from "./files.js";
import { type GroupBehaviour, lawfulGroups } from "./groups.js";
import { type IdentityBehaviour, lawfulIdentity } from "./identity.js";
import { type KeyBehaviour, lawfulKeys } from "./keys.js";
import { lawfulMessaging, type MessagingBehaviour } from "./messaging.js";
import {
  type HttpBehaviour,
  lawfulHttp,
  lawfulProxy,
  lawfulPush,
  type ProxyBehaviour,
  type PushBehaviour,
} from "./server.js";
import { lawfulSessions, lawfulStorage, type SessionBehaviour, type StorageBehaviour } from "./sessions.js";

/**
 * Everything that a check could judge, as small functions and policies that the rest of the provider uses. The defaults
 * are the conformant provider; a variant replaces one or two of them.
 */
export interface Behaviour {
  readonly http: HttpBehaviour;
  readonly identity: IdentityBehaviour;
  readonly enlistment: EnlistmentBehaviour;
  readonly channel: ChannelBehaviour;
  readonly keys: KeyBehaviour;
  readonly sessions: SessionBehaviour;
  readonly messaging: MessagingBehaviour;
  readonly push: PushBehaviour;
  readonly features: FeatureBehaviour;
  readonly proxy: ProxyBehaviour;
  readonly storage: StorageBehaviour;
  readonly groups: GroupBehaviour;
  readonly files: FileBehaviour;
}

export const lawfulBehaviour: Behaviour = {
  http: lawfulHttp,
  identity: lawfulIdentity,
  enlistment: lawfulEnlistment,
  channel: lawfulChannel,
  keys: lawfulKeys,
  sessions: lawfulSessions,
  messaging: lawfulMessaging,
  push: lawfulPush,
  features: lawfulFeatures,
  proxy: lawfulProxy,
  storage: lawfulStorage,
  groups: lawfulGroups,
  files: lawfulFiles,
};
