/**
 * A photo is one picture of a head in a portfolio case or a review. It has no states of its own: it is kept once it
 * could be read and re-encoded, and goes when what it belongs to goes. Its stage says how old the result was when
 * it was taken: before, fresh, healed, settled or aged.
 */
export const PHOTO_STAGES = ["before", "fresh", "healed", "settled", "aged"] as const;
export type PhotoStage = (typeof PHOTO_STAGES)[number];

export const STAGE_LABELS: Record<PhotoStage, string> = {
  before: "Before",
  fresh: "Fresh",
  healed: "Healed",
  settled: "Settled",
  aged: "Aged",
};

export const HEALED_FROM_DAYS = 28;
export const SETTLED_FROM_DAYS = 183;
export const AGED_FROM_DAYS = 730;

/** The stage of a result by the whole days since the last session; negative days (not yet treated) are `before`. */
export function stageOf(daysSinceLastSession: number): PhotoStage {
  if (daysSinceLastSession < 0) return "before";
  if (daysSinceLastSession < HEALED_FROM_DAYS) return "fresh";
  if (daysSinceLastSession < SETTLED_FROM_DAYS) return "healed";
  if (daysSinceLastSession < AGED_FROM_DAYS) return "settled";
  return "aged";
}

/** What an upload may weigh, in bytes, and how many pixels it may have. */
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 40_000_000;

/**
 * The widths that pages choose from, in pixels. Every photo is kept under all three names; it is never enlarged, so
 * for a small photo the larger names hold its own size.
 */
export const PHOTO_WIDTHS = [320, 640, 960] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];
/** No variant is taller than this: WebP has a limit, and nobody needs more. */
export const MAX_PHOTO_HEIGHT = 1920;

/** A photo as pages need it. `width` and `height` are those of its largest variant. */
export interface Photo {
  key: string;
  width: number;
  height: number;
  /** The average colour, `#rrggbb`. */
  placeholderColour: string;
}

/** A published photo with its age and the words for who can't see it. */
export interface ShownPhoto extends Photo {
  stage: PhotoStage;
  alt: string;
}

export function photoFileName(width: PhotoWidth): string {
  return `${width}.webp`;
}

/** The copy that is made later in the background; it is handed out at the same address to who takes it. */
export const AVIF_SUFFIX = ".avif";
export function avifFileName(width: PhotoWidth): string {
  return `${width}${AVIF_SUFFIX}`;
}

export function photoUrl(key: string, width: PhotoWidth): string {
  return `/media/${key}/${photoFileName(width)}`;
}

/**
 * The `srcset` of a photo. Give the photo's own width where it is known: a small photo is then not announced as wider
 * than it is.
 */
export function photoSrcSet(key: string, width: number = 960): string {
  const useful = PHOTO_WIDTHS.filter((_, index) => index === 0 || width > (PHOTO_WIDTHS[index - 1] ?? 0));
  return useful.map((step) => `${photoUrl(key, step)} ${Math.min(step, width)}w`).join(", ");
}

export const PHOTO_REFUSALS = {
  too_large: "This file is larger than 10 MB. Choose a smaller photo.",
  not_an_image: "This file is not a photo. Choose a JPEG, PNG or WebP picture.",
  unsupported_type: "This kind of picture can't be used. Save it as JPEG, PNG or WebP and try again.",
  too_many_pixels: "This picture has more than 40 million pixels. Choose a smaller one.",
  damaged: "This picture can't be read: the file is damaged or incomplete. Try the original again.",
  took_too_long: "This picture took too long to read. Try a smaller one.",
  gave_up: "This picture could not be prepared: reading it took more than we allow. Try a smaller copy of it.",
  busy: "Many photos are being prepared at the moment. Wait a minute and try again.",
} as const;
export type PhotoRefusal = keyof typeof PHOTO_REFUSALS;
