/** What people ask for in a brief, and the first messages that go back and forth. */
export const WISHES: readonly string[] = [
  "A {soft|natural} hairline that fits [age], {nothing|not at all} sharp. I'd rather go {lighter|too light} first.",
  "I want to {shave down|keep shaving} and not see the {shine|horseshoe}. {Budget|Money} is tight but {not the point|flexible}.",
  "{Density|Shading} on top, I keep my hair about {two|three} centimetres long.",
  "{Only|Just} the scar at the back, please. I wear a {grade three|short fade}.",
  "{Wider|My} parting is what bothers me. I {colour|dye} my hair every {six|eight} weeks, is that a problem?",
  "I have {earlier|old} work from [years] years ago that {turned|looks} grey. Can it be {fixed|softened}?",
  "I'd like to see {healed|one year old} work on skin like mine before I {decide|travel}.",
];
export const QUESTIONS: readonly string[] = [
  "Who does the treatment?",
  "How many sessions, and who decides on a fourth?",
  "May I see healed photos over a year old?",
  "What does a top-up cost, and when?",
  "Is the deposit refundable?",
  "Do you open the needle in front of me?",
  "What happens when my own hair goes grey?",
  "Can I see the hairline drawn before I decide?",
];
export const FIRST_ANSWERS: readonly string[] = [
  "Thank you for {writing|the clear brief}. {Yes|I think so}, that is {something|the kind of work} I do {every week|often}. Shall we {talk|meet} for {half an hour|forty-five minutes}?",
  "{Hello|Good morning}, and thanks for the detail. {Before|So that} I answer {properly|with numbers} I'd like to see the {area|scalp} in daylight. {Thursday|Tuesday} afternoon would {work|suit}.",
  "Thanks for asking. With {your|that} timing I would {wait a month|start in three weeks}, {for the skin|because of the sun}. I can {send|show} you {four|five} healed cases.",
  "That sounds {doable|possible} in {two or three|three} sessions. {Price|The price} as on my page, the consultation is free and {without|carries no} obligation.",
];
export const DECLINES: readonly string[] = [
  "Thank you for asking me. This kind of {scar|correction} is not my {strength|field}, so I would rather {say no|decline} than learn on you.",
  "I am {fully booked|away} until {spring|autumn} and don't want to {keep|leave} you waiting.",
];
export const CLIENT_REPLIES: readonly string[] = [
  "{Thanks|Thank you}, {Thursday|that} works. Should I {shave|wash my hair} before?",
  "{Good|That's good} to know. Could you {send|show me} the healed ones {first|beforehand}?",
  "{Great|Fine}, I'll {come|be there}. Is there parking {nearby|outside}?",
  "I'd like to {think|sleep on it} and {write|come back} next week, is that all right?",
];
