import { answerFaults } from "./answers.js";
import { channelFaults } from "./channel.js";
import { contentFaults } from "./content.js";
import { descriptorFaults } from "./descriptors.js";
import { enlistmentFaults } from "./enlistment.js";
import type { Fault } from "./fault.js";
import { handshakeFaults } from "./handshake.js";
import { keyFaults } from "./keys.js";
import { mediaFaults } from "./media.js";
import { messageFaults } from "./messages.js";
import { networkFaults } from "./network.js";
import { pushFaults } from "./push.js";
import { stanzaFaults } from "./stanzas.js";
import { textFaults } from "./text-stanzas.js";

const tables = {
  ...enlistmentFaults,
  ...handshakeFaults,
  ...channelFaults,
  ...networkFaults,
  ...stanzaFaults,
  ...textFaults,
  ...keyFaults,
  ...contentFaults,
  ...descriptorFaults,
  ...messageFaults,
  ...mediaFaults,
  ...pushFaults,
  ...answerFaults,
};

/** The id of a fault: a row of one of the tables in this folder. `harness/ports` takes the type from here. */
export type FaultId = keyof typeof tables;

/** Every deviation that the simulated Meta side can be asked for, by id. */
export const faults: Readonly<Record<FaultId, Fault<FaultId>>> = tables;
