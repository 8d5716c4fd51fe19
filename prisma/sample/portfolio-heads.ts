import type { Concern, SkinType, Treatment } from "#app/domain/technicians/vocabulary.ts";
import { viewsOf } from "./drawings/head-spec.ts";
import type { HeadSpec, LossPattern } from "./drawings/head-spec.ts";
import { makeRandom } from "./random.ts";
import type { Random } from "./random.ts";

/** A head without an age of the result: before and after share it. */
export type Head = Omit<HeadSpec, "stage">;

function patternOf(treatment: Treatment, concern: Concern): LossPattern {
  if (concern === "fut_scar" || concern === "other_scar") return "fut_scar";
  if (concern === "fue_scars") return "fue_scars";
  switch (treatment) {
    case "womens_part_line":
      return "part_line";
    case "alopecia_coverage":
      return concern === "alopecia_totalis" ? "full" : "areata";
    case "crown":
      return "crown";
    case "density":
    case "post_transplant":
      return "diffuse";
    case "temporary_smp":
      return concern === "thinning" ? "diffuse" : "receding";
    case "hairline":
    case "corrective":
      return "receding";
    default:
      return "full";
  }
}

/** One of few invented heads, a pattern in a skin tone: the same head always looks the same, so that pictures can be shared. */
export function headOf(treatment: Treatment, concern: Concern, skin: SkinType): Head {
  const pattern = patternOf(treatment, concern);
  const traits = makeRandom(`head/${pattern}/${skin}`);
  const extent =
    pattern === "full"
      ? traits.pick([2, 3] as const)
      : pattern === "receding"
        ? traits.pick([1, 2] as const)
        : traits.pick([1, 2, 3] as const);
  return { pattern, skin, person: skin, extent, view: traits.pick(viewsOf(pattern)) };
}

export function scaleOf(
  head: Head,
  treatment: Treatment,
  random: Random,
): { scale: "norwood" | "ludwig" | "none"; scaleBand: number | null } {
  if (head.pattern === "part_line") return { scale: "ludwig", scaleBand: head.extent };
  if (treatment === "full_shaved_look" && head.pattern === "full")
    return { scale: "norwood", scaleBand: head.extent * 2 + random.int(0, 1) };
  if (treatment === "hairline") return { scale: "norwood", scaleBand: head.extent + 1 };
  return { scale: "none", scaleBand: null };
}
