/** What people add later, by month and by how it went. */
export type Course = "holding" | "better" | "fading" | "worse";
export const FOLLOW_UP: Record<1 | 6 | 12 | 24, Partial<Record<Course, readonly string[]>>> = {
  1: {
    holding: [
      "A month on: {lighter|softer} than on the day, {as expected|as I'd been told}, and {even|no gaps}.",
      "{Four|Five} weeks now. The {darkness|crisp look} is gone and it {looks|feels} like mine.",
      "One month, {no|zero} complaints. {Washed|I wash it} as {told|usual} and nothing {moved|came off}.",
      "{Quick|Short} update: healed, {no|without} {redness|itching}.",
      "It {settled|calmed down} in the {second|third} week. {Still happy|No regrets}.",
      "{A month|Thirty days}: my [partner] has stopped {looking|checking}, which {says|tells you} it all.",
      "The {scabs|flakes} are long gone, the {dots|colour} stayed.",
    ],
    better: [
      "I was {unsure|nervous} in week one, {now|today} I {like|love} it. It {needed|wanted} time.",
      "{It got|Got} {softer|more natural} every {week|day}. {I take back|Ignore} my {worry|doubts} about the colour.",
      "After {healing|a month} the front {calmed|softened} and {looks|is} right. More stars from me.",
    ],
    fading: [
      "{Some|A few} dots {dropped|fell} out near the {crown|temple}. [tech] {expected|had said} that; touch-up {is booked|next week}.",
      "It {faded|went} more than I {thought|hoped} in the first month. {Waiting|I'm waiting} for the next session.",
      "One {patch|area} is {lighter|paler} now. {Reported|I told [tech]}, {answer|reply} came the same day.",
    ],
    worse: [
      "A month later the {front|edge} is {blurry|soft} where it {shouldn't|should not} be.",
      "{Healed|It has healed}, and what {remains|is left} is {patchy|uneven}.",
    ],
  },
  6: {
    holding: [
      "Six months: {same|the same} shape, {slightly|a bit} {lighter|softer}. {Sunscreen|SPF} every day.",
      "Half a year{| now|, one summer}: {still|it's still} {good|right}.",
      "Six months on and I {forget|rarely think} about it.",
      "{After|Had} a {holiday|week at the sea|summer outdoors}, {no|not much} change.",
      "Half a year with {swimming|the gym} twice a week, {colour|it} {stays|is steady}.",
      "{Settled|It has settled} {nicely|well}, no {blue|spreading}, no {shine|regrets}.",
      "Checked {photos|my photos} side by side: {maybe|perhaps} ten per cent lighter than {at the start|in the first month}.",
    ],
    better: [
      "The touch-up {made|brought} the difference. {Raising|I'm raising} my rating.",
      "{Given|With} half a year it {blends|sits} better with my {own hair|hair as it greys}. {One|A} star more.",
      "[tech] {corrected|fixed} the {temple|side} I had {mentioned|moaned about}, no {charge|bill}.",
    ],
    fading: [
      "It has faded {more|faster} than I'd {like|hoped}, the {crown|top} {mostly|above all}.",
      "Six months and I'd say {half|a third} of the {depth|density} is gone. {Touch-up|A top-up} {offered|costs extra}.",
      "{Lighter|Paler} now{|, evenly at least}. I {hoped|thought} it would {hold|last} longer.",
    ],
    worse: [
      "A {blue|cold} tint {is showing|has come up} in {daylight|sun}. I {lower|am lowering} my stars.",
      "The dots are {spreading|getting wider} at the {front|temples}. [tech] {wants|asked} to see it.",
      "{Sadly|Sorry}, half a year on it looks {worse|blotchy}, so I {changed|must change} my rating.",
    ],
  },
  12: {
    holding: [
      "One year: {still|I'm still} {glad|pleased}. {Faded|It faded} a little, {evenly|and evenly}.",
      "A year {today|this week}. {Nobody|No one} has ever {asked|guessed}.",
      "Twelve months, one {summer|winter}, {no|zero} touch-ups. {Stays|It stays} where it {was put|is}.",
      "{After a year|A year later} I'd {choose|do} the same again.",
      "Year one {done|over}: the {line|edge} is as {soft|natural} as {ever|at the start}.",
      "It's been {a year|twelve months} and the only {change|difference} is that I {no longer worry|stopped thinking about it}.",
    ],
    better: [
      "A year on it looks {more natural|better} than {fresh|in month one}. {Age|Time} suits it.",
      "{With|After} one {top-up|extra session} at {ten|eleven} months it is {better|fuller} than {ever|before}.",
    ],
    fading: [
      "At one year the {temples|sides} are {due|ready} for a top-up. That's {sooner|earlier} than the {three|four} years I was {told|quoted}.",
      "{Noticeably|Clearly} lighter after {a year|twelve months}. {Still|It's still} better than {nothing|before}.",
      "Faded to {grey|a soft grey}. {Top-up|Refresh} booked{|, paid this time}.",
    ],
    worse: [
      "After a year the colour has {turned|gone} {blue-grey|bluish}. I {wouldn't|can't} {recommend|call it good} any more.",
      "{Twelve months|A year} and the {edges|dots} have {blurred|run}. One star {down|less}.",
      "I am {now|by now} {looking into|asking about} {laser|removal}. {Sad|A pity}, it {began|started} well.",
    ],
  },
  24: {
    holding: [
      "Two years. {Lighter|Softer}, {even|same shape}, {no|not a trace of} blue.",
      "{Two years on|After two years} I {booked|have booked} a {small|light} top-up, more out of {vanity|habit} than need.",
      "Twenty-four months of {shaving|sun|work outdoors} and {it's|it is} {still|} {convincing|believable}.",
      "{Two|Two full} years: I'd {sign|do it} again.",
    ],
    better: ["Two years and a top-up {later|in}, it {beats|looks better than} the first version."],
    fading: [
      "After two years the {crown|top} is {nearly|almost} gone, the {sides|front} {held|stayed}.",
      "{Two years|Twenty-four months}: time for a {refresh|top-up}. {Budget|Plan} for it.",
    ],
    worse: [
      "Two years in, the {line|front} has {gone|turned} {greenish|blue}. {Changing|I am changing} my stars, {sorry|reluctantly}.",
      "The dots have {merged|closed up} into a {shadow|film}. {Not|It's not} what I {paid|came} for.",
    ],
  },
};
/** A second sentence, so that two short updates rarely read alike. */
export const FOLLOW_UP_EXTRA: readonly string[] = [
  "I shave {every day|every other day|twice a week}.",
  "{Skin|My skin} is {dry|oily}, for what it's worth.",
  "{Photos|New photos} in the same {bathroom|light}.",
  "Happy to {answer|take} questions about it.",
  "[Tech] {checked|looked at} it last {week|month}.",
  "{No|I've had no} {itching|irritation} at all.",
  "Still {using|on} SPF {30|50}.",
  "I {turned|am} [age] now.",
  "{Greying|I'm greying} at the sides, and it {still|} matches.",
  "{Would|I would} tell anyone to judge it {healed|this late}.",
  "Paid [price] at the time.",
  "{Written|Writing this} after {a shift|breakfast|a long day}.",
  "{I work|My work is} {outdoors|in the sun}, so {bear that in mind|judge it by that}.",
  "My own hair has {receded|thinned} a bit {further|more}.",
];
