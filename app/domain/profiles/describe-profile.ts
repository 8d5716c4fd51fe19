import { shownMean } from "#app/domain/reviews/rating.ts";
import type { Profile } from "#app/domain/profiles/profile.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { CRITERIA, CRITERION_KEYS } from "#app/domain/criteria/criterion.ts";

const MOST_TREATMENTS = 3;

/** "Leeds, England, United Kingdom"; null without premises. The first premises is the main place of work. */
export function placeOf(profile: Pick<Profile, "premises">): string | null {
  const [main] = profile.premises;
  if (!main) return null;
  const parts = [main.city, main.region, main.countryName];
  return parts.filter((part, i) => part !== null && part !== "" && parts.indexOf(part) === i).join(", ");
}

/** Title and description of the page for search engines and shared links: facts of the page, nothing else. */
export function describeProfile(
  profile: Pick<Profile, "name" | "status" | "premises" | "states" | "treatments" | "rating">,
): { title: string; description: string } {
  const place = placeOf(profile);
  const city = profile.premises[0]?.city;
  if (profile.status === "unclaimed") {
    return {
      title: `${profile.name}${city ? ` in ${city}` : ""}: unclaimed listing | Hairline`,
      description: `${profile.name}${place ? `, ${place}` : ""}: what a public register says. Not claimed by a technician; may or may not offer scalp micropigmentation (SMP).`,
    };
  }
  const checked = CRITERION_KEYS.filter((criterion) => profile.states[criterion] === "checked");
  const treatments = profile.treatments.slice(0, MOST_TREATMENTS).map((treatment) => inSentence(TREATMENTS[treatment]));
  const sentences = [
    `${profile.name}: scalp micropigmentation (SMP)${place ? ` in ${place}` : ""}.`,
    treatments.length > 0 ? `Offers ${treatments.join(", ")}.` : "",
    checked.length > 0
      ? `Checked: ${checked.map((criterion) => inSentence(CRITERIA[criterion].title)).join(", ")}.`
      : "Nothing checked yet.",
    profile.rating.count > 0 && profile.rating.mean !== null
      ? `${shownMean(profile.rating.mean)} out of 5 from ${profile.rating.count} ${profile.rating.count === 1 ? "review" : "reviews"}.`
      : "No reviews yet.",
  ];
  return {
    title: `${profile.name}, SMP technician${city ? ` in ${city}` : ""} | Hairline`,
    description: sentences.filter(Boolean).join(" "),
  };
}

/** A label inside a sentence: "Enthusiastic about SMP" as "enthusiastic about SMP". */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
