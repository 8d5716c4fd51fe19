/**
 * What a sample drawing shows: one invented head, from one side, with one kind of hair loss, at one age of the
 * result. Two specs that differ only in `stage` give the same head, so that before and after can be laid over
 * each other.
 */
export const HEAD_VIEWS = ["top", "front", "crown"] as const;
export type HeadView = (typeof HEAD_VIEWS)[number];

export const LOSS_PATTERNS = [
  "receding",
  "crown",
  "full",
  "diffuse",
  "part_line",
  "areata",
  "fut_scar",
  "fue_scars",
] as const;
export type LossPattern = (typeof LOSS_PATTERNS)[number];

export const DRAWN_STAGES = ["before", "fresh", "healed", "settled", "aged"] as const;
export type DrawnStage = (typeof DRAWN_STAGES)[number];

/** Fitzpatrick skin type. */
export type DrawnSkin = 1 | 2 | 3 | 4 | 5 | 6;

export interface HeadSpec {
  view: HeadView;
  pattern: LossPattern;
  skin: DrawnSkin;
  stage: DrawnStage;
  /** How far the loss has gone: 1 early, 2 moderate, 3 advanced. */
  extent: 1 | 2 | 3;
  /** Tells apart people who are otherwise alike: hair colour, clothing, patches, scatter. Any integer. */
  person: number;
}

const VIEWS: Record<LossPattern, readonly [HeadView, ...HeadView[]]> = {
  receding: ["front", "top"],
  crown: ["crown", "top"],
  full: ["top", "front", "crown"],
  diffuse: ["top", "crown", "front"],
  part_line: ["top"],
  areata: ["crown", "top", "front"],
  fut_scar: ["crown"],
  fue_scars: ["crown"],
};

/** The views that show a pattern well, the best one first. */
export function viewsOf(pattern: LossPattern): readonly [HeadView, ...HeadView[]] {
  return VIEWS[pattern];
}

/** What two specs have in common when they show the same head: everything but the stage. */
export function headKey(spec: HeadSpec): string {
  return `${spec.view}-${spec.pattern}-${spec.extent}-skin${spec.skin}-person${spec.person}`;
}

/** Equal exactly when the drawing is the same picture. */
export function drawingKey(spec: HeadSpec): string {
  return `${headKey(spec)}-${spec.stage}`;
}

const VIEW_WORDS: Record<HeadView, string> = {
  top: "seen from above",
  front: "seen from the front",
  crown: "seen from behind",
};
const PATTERN_WORDS: Record<LossPattern, string> = {
  receding: "a receding hairline",
  crown: "thinning at the crown",
  full: "little hair on top",
  diffuse: "thinning hair",
  part_line: "a widened part line",
  areata: "patches without hair",
  fut_scar: "a linear scar at the back",
  fue_scars: "small round scars at the back",
};
const STAGE_WORDS: Record<DrawnStage, string> = {
  before: "before treatment",
  fresh: "fresh result",
  healed: "healed result",
  settled: "settled result",
  aged: "aged result",
};

/** A plain description, for the alternative text of the picture. */
export function describeDrawing(spec: HeadSpec): string {
  return `Sample illustration: head ${VIEW_WORDS[spec.view]}, ${PATTERN_WORDS[spec.pattern]}, skin type ${spec.skin}, ${STAGE_WORDS[spec.stage]}`;
}
