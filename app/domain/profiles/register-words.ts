import type { RegisterCredit } from "#app/domain/criteria/evidence-fact.ts";
import { responseTimeWords } from "#app/domain/enquiries/response-time.ts";
import type { Profile } from "#app/domain/profiles/profile.ts";
import { listingSourceTitle } from "#app/domain/registers/listing-source.ts";
import { listNameOf, plainInfraction, registerOf } from "#app/domain/registers/register.ts";
import { invitationShareWords } from "#app/domain/reviews/invitation-share.ts";

/** The profile as the page shows it. */
export type ProfileView = Profile & {
  /** Who publishes what the listing and the inspections were taken from, once each. */
  registers: RegisterCredit[];
  /** How soon enquiries are answered, and what share of clients is invited, in words: made here, so that the page carries no rule. */
  said: { response: string; invitations: string };
};

/** The profile with its infractions in plain words, and with what the licence of each register asks to be said. */
export function withRegisterWords(profile: Profile): ProfileView {
  const sources = profile.inspections.map(({ source }) => source);
  if (profile.listing) sources.unshift(profile.listing.source);
  return {
    ...profile,
    inspections: profile.inspections.map((inspection) => ({
      ...inspection,
      infractions: inspection.infractions.map((infraction) => ({ ...infraction, ...plainInfraction(infraction) })),
    })),
    registers: [...new Set(sources)].map(creditOf),
    said: {
      response: responseTimeWords(profile.responseTime),
      invitations: invitationShareWords(profile.invitationShare ?? { percent: null, months: 0 }),
    },
  };
}

function creditOf(source: string): RegisterCredit {
  const register = registerOf(source);
  const listName = listNameOf(source);
  return {
    source,
    title: listingSourceTitle(source),
    isList: listName !== null,
    credit: register?.credit ?? null,
    url: register?.sourceUrl ?? null,
  };
}
