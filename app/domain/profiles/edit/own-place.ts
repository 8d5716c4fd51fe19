import type { LatLng } from "#app/domain/places/distance.ts";
import type { ShownFields } from "#app/domain/profiles/edit/section.ts";
import type { Difference } from "#app/domain/technicians/revision.ts";
import type { FormReply } from "#app/platform/read-fields.ts";

/** A place as its form is made. */
export type OwnPlace = ShownFields & {
  id: string;
  seen: string;
  isFixed: boolean;
  isFromRegister: boolean;
  isShared: boolean;
  /** The middle of its town, where the gazetteer knows it. */
  centre: LatLng;
};

/** What the form of a place shows when it comes back. */
export type PlaceReply = FormReply & {
  /** Towns to choose from, where the typed one may be several. */
  suggestions: string[];
  /** After a conflict: names what is stored now, and what differs. */
  seen: string | null;
  differences: Difference[];
  /** The pin was moved and waits to be saved. */
  isMoved: boolean;
};
