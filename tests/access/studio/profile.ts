import { SLUG } from "../../support/seed-site.ts";
import { everybody, locked, slug } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

/* The editing of a profile: the rows of the access table, and what their loaders tell. */

const place: RouteRow["params"] = ({ studio }) => ({ placeId: studio("place") });

export const routes: Record<string, RouteRow> = {
  "routes/studio.profile._index": locked({ reader: "technician", path: () => "/studio/profile" }, { hasAction: true }),
  "routes/studio.profile.save": {
    ...locked({ reader: "technician", path: () => "/studio/profile/save" }, { hasLoader: false, hasAction: true }),
    // Nothing but a form goes there.
    read: everybody(400),
    data: everybody(200),
  },
  "routes/studio.profile.history": locked({ reader: "technician", path: () => "/studio/profile/history" }),
  "routes/studio.profile.preview": locked({ reader: "technician", path: () => "/studio/profile/preview" }),
  "routes/studio.profile.places._index": locked(
    { reader: "technician", path: () => "/studio/profile/places" },
    { hasAction: true },
  ),
  "routes/studio.profile.places.new": locked(
    { reader: "technician", path: () => "/studio/profile/places/new" },
    { hasAction: true },
  ),
  "routes/studio.profile.places.$placeId": locked(
    { reader: "technician", path: ({ studio }) => `/studio/profile/places/${studio("place")}` },
    { params: place, hasAction: true },
  ),
  "routes/moderation.profiles.$slug": locked(
    { reader: "moderator", path: () => `/moderation/profiles/${SLUG}` },
    { params: slug },
  ),
};

const HISTORY = {
  "": "history",
  history: "changes name page pageCount slug",
  "history.changes[]": "by changedAt differences id section",
  "history.changes[].changedAt": "",
  "history.changes[].differences[]": "after before label",
};

/** Values of a form, by the names of its fields. */
const FIELDS = "lists seen values";

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio.profile._index": {
    "": "done profile",
    profile:
      "currencies currency isConfirmationOld lastConfirmedOn name placeCount prices sections slug slugChangesLeft status",
    "profile.prices[]": "id lists seen title values words",
    "profile.prices[].lists": "",
    "profile.prices[].values":
      "amountFrom amountTo bandFrom bandTo currency deposit scale sessionsIncluded topUpIncluded topUpWithinMonths treatment",
    "profile.sections": "about practice treatments",
    "profile.sections.about": FIELDS,
    "profile.sections.about.lists": "languages",
    "profile.sections.about.values": "bio gender name pronouns websiteUrl",
    "profile.sections.practice": FIELDS,
    "profile.sections.practice.lists": "",
    "profile.sections.practice.values": "hasOwnHairLoss practisingSince smpShare topUpYearsMax topUpYearsMin",
    "profile.sections.treatments": FIELDS,
    "profile.sections.treatments.lists": "concerns skinTypes treatments",
    "profile.sections.treatments.values":
      "words_alopecia_coverage words_corrective words_crown words_density words_fading_referral words_full_shaved_look words_hairline words_post_transplant words_scar_camouflage words_temporary_smp words_womens_part_line",
  },
  "routes/studio.profile.history": HISTORY,
  "routes/studio.profile.places._index": {
    "": "done isListed places",
    "places[]": "address guest hours id name town",
    "places[].guest": "from until",
    "places[].hours[]": "closes day opens weekday",
  },
  "routes/studio.profile.places.new": {},
  "routes/studio.profile.places.$placeId": {
    "": "done place",
    place: "centre id isFixed isFromRegister isListed isShared lists seen values",
    "place.centre": "lat lng",
    "place.lists": "features",
    // Ends of stretches: only those that are told.
    "place.values": "address from_1a guestFrom guestUntil lat lng name postcode to_1a town",
  },
  "routes/moderation.profiles.$slug": HISTORY,
};
