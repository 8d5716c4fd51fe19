export type Stars = 1 | 2 | 3 | 4 | 5;

/** What it looks like, by stars. Markers as in why.ts. */
export const RESULT: Record<Stars, readonly string[]> = {
  5: [
    "It looks like {my own|real} stubble, {from a hand's width away|even close up|in any light I've tried}.",
    "{Nobody|No one} at work {noticed|said a thing}, except that I {look rested|seem less tired}.",
    "My {barber|hairdresser} had to {touch it|look twice} to believe it.",
    "I got {exactly|just} what we {drew|agreed}, no lower, no darker.",
    "For the first time in [years] years I {walked past|looked into} a mirror without {fixing|checking} anything.",
    "The {dots are|pigment is} so fine that my [partner] {couldn't find the edge|looked for the edge and gave up}.",
    "I {forget|keep forgetting} it's there, and that is the {best thing|highest praise} I have.",
    "The {blend|fade} into my own hair at the sides is {really well done|where you see the skill}.",
    "It doesn't look like a {tattoo|drawing}. It looks like a {grade one|shaved head with hair on it}.",
    "{Swimming|Wind|Rain|Overhead light}: I no longer {care|think about it}.",
    "My {mum|sister|brother} said I look like {my old self|myself again}.",
    "It {made|makes} me look {younger|less tired}, but that wasn't the point. {I feel|The point is that I feel} like me.",
    "The colour {is right|matches}, which with my {hair|skin} I {had doubted|did not take for granted}.",
    "Even in {photos|selfies} from above, {there's|there is} no shine and no {edge|line}.",
    "I've had {three|four|several} people ask if I {grew it back|stopped shaving}.",
    "Subtle. {You'd|You would} have to know.",
    "I threw out {the fibres|four tins of fibres|my caps}, and that {felt good|was a good day}.",
    "What I {asked for|wanted} was modest and that is {what I got|precisely what I have}.",
  ],
  4: [
    "{Very|Really} good work, {though|but} I'd have gone {a touch|slightly} {darker|lighter} looking back.",
    "It {looks|is} natural. One {small spot|patch} {behind the ear|near the crown} took less pigment than the rest.",
    "Happy with it. {Only the|The} left temple {is|sits} a {hair|tiny bit} higher than the right.",
    "Close up {it holds|you can tell if you know}, from a metre {nobody|no one} would.",
    "It {changed|has changed} how I feel in company, {even if|though} it isn't {magic|hair}.",
    "{Good|A good} match in daylight, slightly {cool|grey} under {shop lights|neon light}.",
    "The result is what {I asked for|we agreed}; the {road there|waiting} took longer than planned.",
    "I'd do it again, and {would start with|ask for} a {softer|lighter} front next time.",
    "The density is {right|good}, the line is good, the {sides|blend at the sides} could be {a little|slightly} better.",
    "Most days I {don't|do not} think about it, {which was the aim|and that's the point}.",
    "{Solid|Careful}, natural work. Not {cheap|quick}, but {done properly|done with care}.",
    "My [partner] {prefers|likes} it a lot. I needed {two weeks|a month} to get used to {the mirror|my own face}.",
    "People {say|tell me} I look {well|fresh}, they {can't|cannot} say why.",
    "It is {believable|convincing} as long as I shave every {second|other} day.",
  ],
  3: [
    "It's {all right|OK}. From the front {good|convincing}, from above you {see|can see} where it stops.",
    "{Better|It's better} than before, not what I {pictured|had in mind}.",
    "The hairline is {straighter|harder} than I {asked for|wanted}.",
    "{Some|A few} areas took, others {faded|went pale} {within weeks|in the first month}.",
    "The colour is {a shade|half a shade} too {dark|grey} for my {skin|hair}.",
    "{I can live with it|I'm fine with it}, I would not {rave|write songs} about it.",
    "On {cloudy|dull} days it looks good. In {sunlight|strong sun} you see dots.",
    "{Half|Part} of it is {really nice|good} work, the {crown|back} looks {unfinished|thinner}.",
    "It does the job at {two|a couple of} metres.",
    "I {expected|was led to expect} more density for [sessions].",
    "{Not bad, not great|Neither good nor bad}. The price {was|suggested} better.",
    "I {am|sit} somewhere between relieved and {disappointed|underwhelmed}.",
  ],
  2: [
    "The dots are {too big|bigger than a hair} and you can {see|count} them.",
    "{It looks|From nearby it looks} drawn on, {the front most of all|mainly at the front}.",
    "The hairline is {crooked|uneven}, lower on the {left|right}, and I was told that's {normal|my skull}.",
    "Within {three|five|six} weeks {half of it|most of the front} was gone.",
    "The colour has {a blue|a greenish|an ashy} tint that I {notice|see} every morning.",
    "I {went back|returned} for a correction and it got {darker, not better|denser and no softer}.",
    "{What|All} I {asked for|wanted} was soft, and what I have is {a line|an edge}.",
    "I wear a cap {again|more than before}, which tells you {enough|everything}.",
    "{Patchy|It is patchy}: dense at the {front|temples}, see-through {behind|at the crown}.",
    "It {might|may} suit someone else. It {doesn't|does not} suit {me|my face}.",
  ],
  1: [
    "It {looks|is} like {pen|marker|a helmet}, and {strangers|people} stare.",
    "{I'm|I am} now paying {a second technician|for laser} to {take it off|get rid of it}.",
    "The hairline sits {a finger|two fingers} too low for {a man|someone} of [age].",
    "The pigment {ran|spread} into {smudges|grey blotches} within {two|three} months.",
    "{Blue|It's blue}. Not a tint, {blue|actually blue}.",
    "My scalp was {sore|raw} for {nine|ten|twelve} days and the dots {healed|came up} as {blobs|stains}.",
    "I asked for {a refund|my money back}, then for a correction, and got {neither|silence}.",
    "I have {not|never} regretted anything {about my looks|I paid for} so much.",
    "One side was {done|finished}, the other was {rushed|half done} because {the next client was waiting|the day was over}.",
    "{I would|I'd} rather have my bald head back.",
  ],
};

/** The same, told by what was treated: good (4 and 5 stars), middling (3), bad (1 and 2). */
export type Verdict = "good" | "mixed" | "bad";
export const RESULT_OF: Partial<Record<string, Record<Verdict, readonly string[]>>> = {
  scar_camouflage: {
    good: [
      "The scar is {still there to the touch|still there under my finger} but the eye {slides|goes} straight over it.",
      "I can wear a {grade two|number two|short fade} at the back now, first time in [years] years.",
      "My barber {stopped|has stopped} asking about the {line|scar}.",
      "Scar tissue {took|needed} an extra {session|round}, as [tech] had {said|warned}, and then it held.",
    ],
    mixed: [
      "The scar is {softer|less visible}, {not gone|but wet hair still shows it}.",
      "Pigment {holds|stays} in {one half|the middle} of the scar and {drops out|fades} at the edges.",
    ],
    bad: [
      "The scar is now {a dark line|dark} instead of {a pale|a white} one.",
      "Nothing {held|stayed} in the scar after {a month|five weeks}, and I {wasn't|was not} told that could happen.",
    ],
  },
  womens_part_line: {
    good: [
      "My parting looks {narrow|normal} again, {even|also} in the lift at work.",
      "I can {tie|put} my hair up {without|and not} think about the temples.",
      "With wet hair it {still|even} looks like {shadow|hair}, not like {paint|make-up}.",
      "The pigment sits {between|under} my hair and {nobody|not even my sister} sees it.",
    ],
    mixed: [
      "The parting is {better|fuller}, the temples {need|want} another {go|session}.",
      "It {works|is fine} dry. Wet, {you see|there are} single dots.",
    ],
    bad: [
      "The parting looks {grey|dusty}, {as if I had|like} ash in my hair.",
      "I was {given|treated with} {dots|work} made for a shaved head, {in long hair|and I have long hair}.",
    ],
  },
  density: {
    good: [
      "The scalp no longer {shines|shows} through, and my hair {looks|seems} {twice as thick|fuller}.",
      "It's {shading|shadow}, not hair, and it {does|is doing} what the fibres did {without the mess|minus the pillow}.",
      "I {style|comb} it the same way as before, just with {less fear|more ease}.",
    ],
    mixed: [
      "It {takes|took} the edge off the {shine|contrast}, I {hoped|had hoped} for more.",
      "Good at the {front|top}, still see-through {at the crown|in wind}.",
    ],
    bad: [
      "There are dots {where|in places} I have hair and none where I {don't|have not}.",
      "You {see|can see} a {dark|grey} film under {thin|fair} hair.",
    ],
  },
  crown: {
    good: [
      "The crown {closed up|has filled in}, and the {swirl|whorl} of my own hair {was|has been} followed.",
      "I saw the back of my head on {a security camera|a shop screen} and {did not|didn't} flinch.",
    ],
    mixed: ["The crown is {fuller|darker} though a {ring|pale ring} shows where old and new meet."],
    bad: ["The crown {is|looks} one flat {dark spot|disc}, no {direction|fade} in it at all."],
  },
  hairline: {
    good: [
      "The front {edge|line} is {broken|uneven} in the right way, a few dots {out of place|ahead of the rest} as real hair is.",
      "{It's|It is} a hairline for {my age|a man of [age]}, not for {twenty|a boy band}.",
    ],
    mixed: ["The line itself is {good|neat}, a bit {too neat|too even} for {my taste|a real one}."],
    bad: ["It is a {ruler-straight|straight} line across my {forehead|face}."],
  },
  alopecia_coverage: {
    good: [
      "The patches are {gone to the eye|invisible now}, and if hair {returns|grows back} there, {so be it|fine}.",
      "Without a single hair to {match|blend with}, it still {reads as|looks like} a shaved head.",
    ],
    mixed: ["Two patches {match|are good}, the {third|one behind the ear} is {darker|off}."],
    bad: ["The covered {patches|spots} are {darker|greyer} than the hair around them."],
  },
  post_transplant: {
    good: [
      "The grafts and the dots {together|now} look like {one head of hair|real density}.",
      "It {filled|fills} the gaps {between|behind} the grafts {that surgery left|nicely}.",
    ],
    mixed: ["It {helps|helped} the {middle|gaps}, the {donor area|back} less so."],
    bad: ["The dots do not {line up|go} with the grafts and {look|sit} {darker|heavier} than them."],
  },
  corrective: {
    good: [
      "The old {hard line|blue edge} has been {broken up|softened}, and I {stopped|have stopped} wearing caps for it.",
      "[tech] {did not|would not} cover bad work with more work: first {lift|laser}, then {wait|patience}, then dots.",
    ],
    mixed: [
      "Much better than {it was|what I came with}, though the old {colour|blue} still {shines|comes} through in {sun|daylight}.",
    ],
    bad: ["It was meant to {fix|repair} an old job and now there are two {jobs|layers} to fix."],
  },
  temporary_smp: {
    good: [
      "I wanted {to try it|a trial run} before {committing|the permanent kind}, and I'm glad that {option|choice} exists.",
    ],
    mixed: ["It {faded|is fading} sooner than the {year|twelve months} I had in mind."],
    bad: ["Temporary, I was told. It has {stayed|hung on} as a {grey|faint} cast for {two|three} years."],
  },
};
