import type { Profile } from "../../profiles/profile.js";
import type { Configuration } from "./methods.js";

/** What `provider.configure` hands over of the profile. Constants of the protocol are in docs/implementing. */
export function profileParams(profile: Profile): Omit<Configuration, "meta" | "timing"> {
  const { name, version, product, integrator, channel, token, enlistment } = profile;
  const { protocolVersion, wire, noise } = channel;
  return {
    integrator: { id: integrator.id, slug: integrator.slug },
    profile: { name, version, product, protocolVersion, wire, noise },
    token: {
      algorithms: token.algorithms,
      audience: token.audience,
      maximumLifetimeSeconds: token.maximumLifetimeSeconds,
      claims: { issuer: token.issuerClaim, identifier: token.identifierClaim, version: token.versionClaim },
    },
    enlistment: { furtherArguments: enlistment.furtherArguments },
  };
}
