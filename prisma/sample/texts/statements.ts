/** Criterion 1 in the technician's own words, with and without hair loss of their own. */
export const UNDERSTANDING_OWN: readonly string[] = [
  "I {lost|began losing} mine at {nineteen|twenty-one|twenty-three|twenty-seven}. I know {where the mirrors are|how bad the lift lights are} in every {building|office} I have worked in.",
  "{Alopecia areata|Areata} took {two|three} patches when I was {thirty|thirty-four}. I {still check|feel} for them {some|most} mornings.",
  "I {wore|lived in} a cap for {six|seven|eight} years, {indoors too|even at dinner}.",
  "I've {been|sat} in your chair: {nervous|embarrassed}, {over-prepared|with a folder of photos}, and {half hoping|hoping} to be sent home.",
  "My own {scalp|head} was done in [since], so I can {show|tell} you how it {ages|feels on day three}.",
  "[ifWoman]After {my|the} second {child|pregnancy} my parting {opened|widened} and {no one|nobody} {warned|had warned} me.",
  "I {went through|had} chemotherapy, and {my hair|the crown} never {quite|fully} returned. I {don't|rarely} say \"it's only hair\".",
  "I {had|paid for} a transplant at {twenty-eight|thirty-one} that I {regret|would not repeat}. {It|That} taught me to {ask|listen} before I {advise|promise}.",
  "[ifMan]{I'm|I am} bald{|, properly bald}, and have been since {university|my twenties}. It {saves|shortens} a lot of {explaining|talk}.",
];
export const UNDERSTANDING_OTHER: readonly string[] = [
  "I have {all my hair|a full head of hair}, so I {ask|listen} more than I {assume|talk}.",
  "I haven't lost {mine|my hair}. What I {know|understand} I learnt from {hundreds of people|the people} who trusted me.",
  "My {father|brother} hid his for {twenty|thirty} years. I thought of him when I {designed the room|set up the room|planned how a first meeting goes}.",
  "{People|Clients} often apologise for {caring|being upset}. {Nobody|No one} has to {here|in my room}.",
  "{Hair loss|Losing hair} is {rarely|seldom} about hair. {I leave time for|There is time for} the {rest|other part} too.",
  "Some {come|people come} in {laughing|joking} and {some|others} {can't|cannot} take the hat off. Either is {fine|normal}.",
  "{In|During} my {nursing|hairdressing} years I {saw|met} hair loss from {illness|treatment} at first hand and learnt when to {stay|be} quiet.",
  "I {never|don't} touch {a hat|anyone's hat}. You {take|will take} it off when {you're|you are} ready.",
  "{I don't pretend|I won't pretend} to know {how it feels|your story}; I {do know|know} how to {listen|leave a pause}.",
];
export const UNDERSTANDING_END: readonly string[] = [
  "We {talk|start} in a {closed|private} room, {camera off|no photos}, for as long as {it takes|you want}.",
  "That is why the first {meeting|hour} {costs nothing|is only talk}.",
  "{Bring somebody, or come alone|You may bring somebody, or nobody}.",
  "I will {tell|also tell} you if {doing nothing|waiting} is the {better|wiser} {choice|plan}.",
  "If you need a {break|moment}, we {stop|have one}.",
  "You {decide how far we go|set the pace}.",
  "{What|Anything} you tell me {stays|is kept} {here|between us}.",
  "That {shapes|decides} how I {plan|draw} every hairline.",
  "{Tears|Jokes} are {welcome|allowed}, {silence too|and so is silence}.",
];

/** Criterion 4: why this work, in their own words. */
export const DEDICATION_START: readonly string[] = [
  "{Because|I do it because} {three|two} sessions can give somebody back {a quiet|an ordinary} morning.",
  "It's the {only|one} {craft|work} I know where {doing less|restraint} is the {skill|art}.",
  "I {like|love} the {precision|quiet}: {a hair's breadth|one dot too deep} makes the difference.",
  "{I still|After [years] years I still} {get|have} {nervous|a knot in the stomach} when a client {looks up|sees it first}.",
  "{Faces|People} change when the {frame|hairline} {comes back|returns}. {I never|I don't} {tire|get tired} of that.",
  "I {read|follow} everything {written|published} about pigment and skin, {and disagree with|then test} half of it.",
  "SMP was {mocked|laughed at} when I {started|began}. {Good|Healed} work {answered|changed} that.",
  "{It|SMP} {mixes|joins} what I {like|enjoy} most: {people|skin}, {drawing|tone} and {patience|hygiene}.",
  "{Each|Every} scalp {takes|holds} pigment in its own way, so {no|not one} day is {routine|a copy of another}.",
  "I {turned down|said no to} {brows and lips|other work} to have {time|my head free} for {this|scalps}.",
];
export const DEDICATION_END: readonly string[] = [
  "I see {clients|people} again at one, six and {twelve|twenty-four} months and {photograph|look at} what {stayed|changed}.",
  "{Twice|Once} a year I {sit in|spend a week} with {a colleague|someone better} to {learn|unlearn}.",
  "Explaining it {properly|well} {is|feels like} half {of it|the treatment}.",
  "I {teach|mentor} {two beginners|one newcomer} a year{|, no more}.",
  "My {own failures|early mistakes} hang in the {back room|staff room}, {where I see them|as a reminder}.",
  "{If|When} {someone|a client} wants it {darker|lower}, I {show|bring out} the {five-year|aged} photos {first|}.",
  "That has kept me {honest|interested} for [years] years.",
  "I {test|try} every new pigment on {myself|my own leg} and wait a {year|summer}.",
  "I would do it for {nothing|free}, {don't|please don't} tell the {bank|accountant}.",
  "There is {always|still} {more to learn|something to improve}.",
];
