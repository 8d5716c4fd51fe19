/** Questions of the trade (criterion 4) and how different technicians answer them. */
export const ANSWERS: readonly { question: string; answers: readonly string[] }[] = [
  {
    question: "Who does my treatment?",
    answers: [
      "{I do|Me}, {every|each} session. {Nobody|No one} else {holds|touches} the machine.",
      "{Always|It is always} me. {Holidays mean|When I am away it means} waiting, not {a stand-in|someone else}.",
      "I {plan|design} and do the {hairline|front}; my colleague may {assist|work} on the {back|sides}, and you {meet|will meet} them {first|at the consultation}.",
      "You {book|choose} the {person|technician} by name, and that name is in your {contract|papers}.",
      "I work {alone|on my own}, so that one is easy.",
    ],
  },
  {
    question: "When would you turn somebody away?",
    answers: [
      "{Active|Flaring} {psoriasis|eczema} on the scalp, {very fresh|fresh} scars, or {someone|a person} who {wants|needs} {it|a result} by the weekend.",
      "When {hair|the hair} is still {falling|going} {fast|quickly}: {we|then we} wait and look again in {six|twelve} months.",
      "If {expectations|what you want} and skin {don't|do not} {meet|fit}. I {say so|explain why} and never charge for that talk.",
      "{Without a|If there is no} doctor's letter where I think one is needed, I {don't|won't} start.",
      "{Very low|Very sharp} hairlines {on|for} {twenty-year-olds|young men}. They {grow older|age}, the line doesn't.",
      "{Keloid scarring|A history of keloids}: {no|I do not treat it}.",
    ],
  },
  {
    question: "How many sessions, and who decides on a fourth?",
    answers: [
      "{Usually|Mostly} three. A fourth is {my decision|decided together} and {costs nothing|is in the price}.",
      "Two or three, {ten to fourteen|about twelve} days apart. {Scars|Scar tissue} {often|may} {take|need} one more.",
      "I {plan|quote} three and {review|look} after {each|every} one. You {can|may} stop {early|whenever you like}.",
      "Three, {and|plus} a {check|look} at six weeks. A fourth is {half price|charged at cost}, said {beforehand|up front}.",
      "{That|It} {depends|differs}: {dry|calm} skin two, oily or {thick|scarred} skin {three or four|up to four}.",
    ],
  },
  {
    question: "How do you match the colour?",
    answers: [
      "By the window, {no ring light|in daylight}, {against|next to} your own {stubble|shaved sides}, one {shade|step} lighter than {you'd|people} think.",
      "I {dilute|mix} {black|a neutral black} in {four|five} steps and {test|place} {ten|a few} dots {behind the ear|at the back}.",
      "The grey of coming years {counts|is planned in} too, so I {start|go} {light|soft}.",
      "I {photograph|take photos} with a {colour card|grey card} and keep {the record|it} for your top-up.",
      "{Skin|Undertone} {first|comes first}, hair second. On cool skin a grey can turn blue {if|when} you go too {deep|dark}.",
    ],
  },
  {
    question: "What if I am unhappy?",
    answers: [
      "{Tell|Please tell} me {first|straight away}. {Corrections within six months are free|One correction within a year costs nothing}.",
      "We {wait|let it heal} {thirty|28} days, look {together|in daylight}, and then decide: {add|adjust}, leave it, or send you to laser.",
      "{If|When} I {can't|cannot} put it right, I pay for {half of the removal|the first laser session}. {That|It} has happened {once|twice}.",
      "{It's|The policy is} in the {contract|agreement}, on page one, in {large|plain} print.",
      "I {don't|never} argue about {taste|how you feel}. We look for what can be done.",
    ],
  },
  {
    question: "What happens as my own hair recedes or greys?",
    answers: [
      "We {plan|draw} for the {head|hair} you'll have {in ten years|at sixty}, not only today's.",
      "If you shave, {little|not much}. With {longer|long} hair you {may|will} need shading {further back|added} later.",
      "Grey {beside|next to} dark dots {can|will} show, so {each|every} top-up goes {a little|one step} {lighter|softer}.",
      "{Honestly|In truth}: {more|some} upkeep. I {write|note} down {what|how much} to expect before you {decide|sign}.",
    ],
  },
  {
    question: "How long does a consultation take?",
    answers: [
      "{An hour|One hour}. {More|Longer} if you {need|have} it.",
      "{Forty|Forty-five} minutes in person, or {thirty|half an hour} by video {first|if you live far away}.",
      "Until you have {no more|run out of} questions. {Usually|That is} about {fifty minutes|an hour}.",
      "{Thirty|About thirty} minutes of talk, {fifteen|ten} of drawing, then {you go|I send you} home.",
    ],
  },
];
