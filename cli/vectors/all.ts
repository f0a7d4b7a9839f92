import { contentVectors } from "./content.js";
import { enlistmentVectors } from "./enlistment.js";
import { mediaVectors } from "./media.js";
import { noiseVectors } from "./noise.js";
import { sessionVectors } from "./session.js";
import { codecVectors, stanzaVectors } from "./stanzas.js";
import { tokenVectors } from "./tokens.js";
import type { VectorFile } from "./vector-file.js";
import { xeddsaVectors } from "./xeddsa.js";

/** All known answers, in the order of the milestones. The same on every machine and at every time. */
export async function allVectors(): Promise<readonly VectorFile[]> {
  return [
    await tokenVectors(),
    enlistmentVectors(),
    xeddsaVectors(),
    noiseVectors(),
    codecVectors(),
    stanzaVectors(),
    sessionVectors(),
    contentVectors(),
    mediaVectors(),
  ];
}
