import workText from "#app/domain/media/photo-work.server.mjs?raw";
import type { photoSizes } from "#app/domain/media/processed-photo.ts";
import { workProcess } from "#app/domain/media/work-process.server.ts";
import type { Result } from "#app/platform/result.ts";

/** What of a picture has to go: cells of a grid over all of it, counted row by row, and edges to cut off in per cent. */
export type Cover = {
  top: number;
  right: number;
  bottom: number;
  left: number;
  columns: number;
  rows: number;
  hidden: number[];
};

/** Clockwise. */
export type QuarterTurns = 1 | 2 | 3;

type Sizes = Omit<ReturnType<typeof photoSizes>, "widths"> & { widths: readonly number[] };
export type PhotoJob =
  | { kind: "prepare"; bytes: Uint8Array; sizes: Sizes }
  | { kind: "cover"; bytes: Uint8Array; sizes: Sizes; cover: Cover }
  | { kind: "rotate"; bytes: Uint8Array; sizes: Sizes; turns: QuarterTurns }
  | { kind: "avif"; bytes: Uint8Array }
  | { kind: "page"; bytes: Uint8Array; sizes: Sizes };

export type PhotoJobRefusal = "too_many_pixels" | "unsupported_type" | "damaged" | "took_too_long" | "gave_up" | "busy";

const MAX_WAITING = 2;
const TIMEOUT_SECONDS = 10;
/** A photo of 40 million pixels needs some 400 MB while it is decoded. */
const MAX_MEGABYTES = 1_024;

const photos = workProcess<"too_many_pixels" | "unsupported_type" | "damaged">({
  text: `${workText}\nserveJobs(${MAX_MEGABYTES});`,
  refusals: ["too_many_pixels", "unsupported_type", "damaged"],
  what: "A photo",
  maxWaiting: MAX_WAITING,
  timeoutSeconds: TIMEOUT_SECONDS,
});

/**
 * Does one job in a process of its own (U-03), one at a time. While one is at work two may wait, further ones are
 * `busy`. What takes over ten seconds or too much memory, or brings the process down, is refused and costs nobody else
 * anything.
 */
export function runPhotoJob(
  job: PhotoJob,
  limits: { maxWaiting?: number; timeoutSeconds?: number } = {},
): Promise<Result<unknown, PhotoJobRefusal>> {
  return photos.run(job, limits);
}

/** For tests of what happens when it is killed. */
export function photoProcessId(): number | undefined {
  return photos.processId();
}
