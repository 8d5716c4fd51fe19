import type { Treatment } from "#app/domain/technicians/vocabulary.ts";
import { numberWord } from "./phrase.ts";
import type { Facts, Picker } from "./phrase.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import type { Random } from "./random.ts";
import { ANSWERS } from "./texts/answers.ts";
import { BIO_BACKGROUND, BIO_BLUNT, BIO_FOCUS, BIO_WAY } from "./texts/bios.ts";
import {
  DEDICATION_END,
  DEDICATION_START,
  UNDERSTANDING_END,
  UNDERSTANDING_OTHER,
  UNDERSTANDING_OWN,
} from "./texts/statements.ts";

/** What must be true of a technician for a sentence to be theirs: their words never contradict their profile. */
function conditions(plan: TechnicianPlan): Facts {
  const when = (isTrue: boolean) => (isTrue ? "" : undefined);
  const offers = (treatment: Treatment) => when(plan.treatments.includes(treatment));
  return {
    ifOwn: when(plan.hasOwnHairLoss === true),
    ifWoman: when(plan.person.gender === "woman"),
    ifMan: when(plan.person.gender === "man"),
    ifShaved: offers("full_shaved_look"),
    ifDensity: offers("density"),
    ifWomens: offers("womens_part_line"),
    ifScar: offers("scar_camouflage"),
    ifCorrective: offers("corrective"),
    ifAlopecia: offers("alopecia_coverage"),
    ifTransplant: offers("post_transplant"),
    ifTemporary: offers("temporary_smp"),
    ifAllSkins: when(plan.skinTypes.length === 6),
    ifOnlySmp: when(plan.smpShare === 100),
    ifPartlySmp: when(plan.smpShare <= 60),
  };
}

/** Nobody introduces themselves in somebody else's words. */
function writeBio(plan: TechnicianPlan, facts: Facts, picker: Picker, random: Random, taken: Set<string>): string {
  for (;;) {
    const isBlunt = plan.tier === "thin" && random.chance(0.6);
    const bio = isBlunt
      ? (picker.pick(BIO_BLUNT, facts) ?? "")
      : picker.join(
          [
            BIO_BACKGROUND,
            BIO_FOCUS,
            BIO_WAY,
            ...(random.chance(0.55) ? [BIO_WAY] : []),
            ...(random.chance(0.25) ? [BIO_FOCUS] : []),
          ],
          facts,
        );
    if (taken.has(bio)) continue;
    taken.add(bio);
    return bio;
  }
}

/** A technician's own words: bio, statements and answers, as many as they took the trouble to give. */
export function writeProfile(plan: TechnicianPlan, picker: Picker, random: Random, taken: Set<string>) {
  const years = Math.max(1, new Date(plan.createdAt).getUTCFullYear() - plan.practisingSince);
  const facts: Facts = {
    tech: plan.person.first,
    city: plan.city.name,
    studio: plan.studio,
    since: String(plan.practisingSince),
    years: years > 1 ? numberWord(years) : undefined,
    ...conditions(plan),
  };
  picker.turnPage();
  const bio = writeBio(plan, facts, picker, random, taken);
  const shareOfWords = plan.tier === "strong" ? 0.97 : plan.tier === "ordinary" ? 0.75 : 0.3;
  const understanding = random.chance(shareOfWords)
    ? picker.join(
        [
          plan.hasOwnHairLoss === true ? UNDERSTANDING_OWN : UNDERSTANDING_OTHER,
          ...(random.chance(0.3) && plan.hasOwnHairLoss !== true ? [UNDERSTANDING_OTHER] : []),
          UNDERSTANDING_END,
        ],
        facts,
      )
    : null;
  const dedication = random.chance(shareOfWords)
    ? picker.join([DEDICATION_START, ...(random.chance(0.8) ? [DEDICATION_END] : [])], facts)
    : null;
  const answered =
    plan.tier === "strong" ? random.int(3, 6) : plan.tier === "ordinary" ? random.int(0, 4) : random.int(0, 1);
  const answers = random
    .sample(ANSWERS, answered)
    .map(({ question, answers: bank }) => ({ question, answer: picker.pick(bank, facts) ?? "" }));
  return { bio, understanding, dedication, answers };
}
