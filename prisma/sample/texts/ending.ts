import type { Stars, Verdict } from "./result.ts";

export const PRICE: Record<Verdict, readonly string[]> = {
  good: [
    "I paid [price] {in all|all in}, the same {sum|figure} I was quoted.",
    "[price] is {a lot of|real} money for me, and I'd {spend|pay} it again.",
    "{Total|The total was} [price], with a {top-up|check-up visit} included.",
    "Not the cheapest in [city] at [price], {and|but} I see where it {went|goes}.",
    "[price] for [sessions]. {Fair|I call that fair}.",
    "The quote said [price], the bill said [price]. {Simple|As it should be}.",
  ],
  mixed: [
    "[price] is {on the high side|steep} for what I {got|have}.",
    "I paid [price], {and|plus} a {cream|kit} I {did not|didn't} ask for.",
    "For [price] I'd {have expected|expect} the last {session|correction} to be {included|free}.",
    "{At half|For less than} the [price] I paid, I'd be {content|happy}.",
  ],
  bad: [
    "[price] {gone|down the drain}, and {more to come|laser on top}.",
    "I paid [price] {up front|in advance}. {Don't|I would not do that again}.",
    "[price] for this. {Enough said|I have no words}.",
    "The deposit alone was {a quarter|a third} of the [price], {not refundable|and they kept it}.",
  ],
};

/** How the result had aged on the day of writing. */
export const AGE_OF_RESULT: Record<"fresh" | "healed" | "settled" | "aged", readonly string[]> = {
  fresh: [
    "It is [weeks] since the last session, so {still early|I'll update this}.",
    "Still {slightly|a bit} dark and {shiny|crisp}, I'm told it {softens|will soften} in a few weeks.",
    "{Early days|I'm writing early}: [weeks] in.",
    "The {scabs|tiny scabs} came off around day {five|six|seven}.",
  ],
  healed: [
    "It has {healed|settled} for [weeks] now and is softer than {in week one|at the start}.",
    "[Weeks] later the {darkness|sharpness} has {gone|calmed} and it {looks|sits} right.",
    "I {waited|held off} [weeks] before writing so as not to judge {it fresh|too soon}.",
    "Healing was {easy|uneventful}: dry, {itchy|tight} for a few days, then nothing.",
  ],
  settled: [
    "This is [months] on, {through|after} {a summer|a hot summer|a winter}, and it {hasn't changed much|is holding|holds its colour}.",
    "[Months] in, it has {faded a touch|softened a little}, {as promised|as I was told}.",
    "Writing this after [months], {because|since} anyone can be happy in week one.",
    "I use SPF {every day|when it's sunny} and after [months] {see|notice} little {fading|change}.",
  ],
  aged: [
    "It's {over|more than} two years now, {lighter|softer} but {still there|even}.",
    "After [months] I {am due|have booked} a top-up, which is {about what|roughly what} I was told.",
    "{Two years|More than two years} of sun, {gym|sweat} and shaving, and the {shape|line} has {stayed|held}.",
    "[Months] on: faded {evenly|to a softer grey}, {no blue|no spreading}.",
  ],
};
/** For unhappy people the age of the result sounds different. */
export const AGE_OF_RESULT_BAD: Record<"fresh" | "healed" | "settled" | "aged", readonly string[]> = {
  fresh: [
    "It's only been [weeks], and I {hope|pray} it {fades|softens} a lot.",
    "[Weeks] in and I {already|can} see what went wrong.",
  ],
  healed: [
    "I gave it [weeks] to {heal|settle}. It {healed|settled} like this.",
    "[Weeks] later nothing has {improved|got better}.",
  ],
  settled: [
    "[Months] on it is {worse|blurrier} than at the start.",
    "I {waited|have waited} [months] in case it would {settle|soften}, {so this is fair|it did not}.",
  ],
  aged: [
    "After [months] the colour has {turned|shifted} and {cannot|can't} be {topped up|saved} without laser.",
    "Two years on, the dots have {merged|run together}.",
  ],
};

export const ENDING: Record<Stars, readonly string[]> = {
  5: [
    "{Go and meet|Have a talk with} [tech], {you'll know|then decide}.",
    "{I would|I'd} send my {brother|best friend|own son} {here|to [tech]}.",
    "Thank you, [tech].",
    "{If you're|For anyone} on the fence: {ask for|look at} the healed photos {here|first}.",
    "I should have {done|booked} this [years] years ago.",
    "{Worth|It was worth} every {mile|hour} of the trip to [city].",
    "I'll be back for my top-up{| and won't look elsewhere}.",
    "{Take|My advice: take} your time, ask {everything|all your questions}, {they like questions here|it's welcome}.",
    "{Ten years|A weight} off {my shoulders|me}.",
    "{I can't|Can't} think of {one thing|anything} I would change.",
    "{That's|That is} it, {really|honestly}. Good work by a good person.",
    "My only {regret|complaint} is the {parking|parking near the studio}.",
  ],
  4: [
    "Four stars, because nothing {is ever|ever is} a five {with me|in my book}.",
    "{Would recommend|I recommend it}, with {open|clear} eyes about the {upkeep|cost of top-ups}.",
    "I'd {go back|return} to [tech] for the top-up.",
    "{One star off|Minus one} for the {rescheduling|waiting|slow emails}.",
    "{Good|A good} choice if you want {natural|careful} over dramatic.",
    "{Recommended|I'd recommend [tech]}, just {ask about|agree} the colour {in daylight|by the window}.",
    "All in all I'm {glad|happy} I {did it|went}.",
    "A fair {deal|result} from {an honest|a decent} technician.",
  ],
  3: [
    "Three stars: {middle|right in the middle}.",
    "I {might|may} go back for {one more|another} session, I {might|may} not.",
    "{It could|This could} turn into a four if the {touch-up|correction} {goes well|works}.",
    "Ask {for|to see} more {examples|healed examples} than I did.",
    "I {don't|wouldn't} warn anyone off, {nor|but I wouldn't} push anyone to go.",
    "[tech] has {offered|agreed to} a free correction, so {we'll see|let's see}.",
    "For {a simple|an easy} case {probably fine|it may be fine}. Mine {wasn't|was not}.",
  ],
  2: [
    "I {won't|will not} be going back.",
    "{Look|Please look} at healed work before you {pay|book}.",
    "{Not recommended|I can't recommend it}, sorry.",
    "Two stars because the {room was clean|staff were polite}.",
    "I {wish|only wish} I had {walked out|left} at the consultation.",
    "{Maybe|Perhaps} I was unlucky. Unlucky at full price, then.",
  ],
  1: [
    "{Stay away|Save your money}.",
    "Please {take|get} a second opinion before you let {anyone|them} near your {head|face}.",
    "I {write|am writing} this so that {the next person|somebody else} asks more {questions|than I did}.",
    "{Never again|Not again, not anywhere}.",
    "One star is {one|a star} too many.",
    "I've {asked|written} three times for {an answer|a reply}. This is {my|the} fourth.",
  ],
};
