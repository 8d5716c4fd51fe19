import type pg from "pg";
import { foldPlaceName } from "#app/domain/places/place-name.ts";
import { CITIES } from "../../../prisma/sample/cities.ts";
import { COUNTRY_FACTS } from "../../../prisma/sample/countries.ts";
import { makeDisplayName, makePerson, makeStudioName } from "../../../prisma/sample/names.ts";
import { phrase } from "../../../prisma/sample/phrase.ts";
import { makeRandom } from "../../../prisma/sample/random.ts";
import type { Random } from "../../../prisma/sample/random.ts";
import { regimeRows } from "../../../prisma/reference/regime-rows.ts";
import { ASSOCIATIONS, SCHOOLS } from "../../../prisma/sample/schools.ts";
import { ANSWERS } from "../../../prisma/sample/texts/answers.ts";
import { BIO_BACKGROUND, BIO_FOCUS, BIO_WAY } from "../../../prisma/sample/texts/bios.ts";
import { ENDING } from "../../../prisma/sample/texts/ending.ts";
import { REPLY_START } from "../../../prisma/sample/texts/replies.ts";
import { RESULT } from "../../../prisma/sample/texts/result.ts";
import type { Stars } from "../../../prisma/sample/texts/result.ts";
import { TITLES } from "../../../prisma/sample/texts/titles.ts";
import { CONSULT_BAD, CONSULT_GOOD, CONSULT_MIXED, HYGIENE_OPENED } from "../../../prisma/sample/texts/visit.ts";
import { WHY_ANY } from "../../../prisma/sample/texts/why.ts";

/*
 * The words that the made-up rows are put together from, sent once; the rows themselves are made inside the database.
 * They are the sample data's own words, so that texts have real lengths and names real letters.
 */

type Word = { kind: string; at: number; word: string; plain: string };

const PEOPLE = 900;
const TEXTS = 400;
const SHORTEST_REVIEW = 200;
const LONGEST_REVIEW = 600;
const STARS: readonly Stars[] = [1, 2, 3, 4, 5];

/** Sentences that need no fact about a particular visit. */
function free(templates: readonly string[]): string[] {
  const usable = templates.filter((template) => !template.includes("["));
  if (usable.length === 0) throw new Error("no sentence without a fact");
  return usable;
}

function numbered(kind: string, words: Iterable<string>): Word[] {
  return [...words].map((word, at) => ({ kind, at, word, plain: foldPlaceName(word).replace(/ /g, "-") }));
}

function* join(random: Random, banks: readonly (readonly string[])[], most: number): Generator<string> {
  for (let made = 0; made < TEXTS; made += 1) {
    let text = "";
    for (const bank of banks) {
      const sentence = phrase(random.pick(bank), {}, random);
      if (text.length + sentence.length < most && !text.includes(sentence))
        text += `${text === "" ? "" : " "}${sentence}`;
    }
    yield text;
  }
}

function names(random: Random): Word[] {
  const first = { woman: new Set<string>(), man: new Set<string>() };
  const last = new Set<string>();
  const studios = new Set<string>();
  const taken = new Set<string>();
  for (let made = 0; made < PEOPLE; made += 1) {
    const person = makePerson(random.pick(CITIES).country, taken, random);
    first[person.gender === "woman" ? "woman" : "man"].add(person.first);
    last.add(person.last);
    if (made % 10 === 0) makeStudioName(person, studios, random);
  }
  const authors = Array.from({ length: PEOPLE }, () => makeDisplayName(random.pick(CITIES).country, random));
  return [
    ...numbered("woman", first.woman),
    ...numbered("man", first.man),
    ...numbered("last", last),
    ...numbered("studio", studios),
    ...numbered("author", new Set(authors)),
  ];
}

function texts(random: Random): Word[] {
  const reviews = STARS.flatMap((stars) => {
    const consult = stars >= 4 ? CONSULT_GOOD : stars === 3 ? CONSULT_MIXED : CONSULT_BAD;
    const banks = [
      WHY_ANY,
      consult,
      RESULT[stars],
      HYGIENE_OPENED,
      RESULT[stars],
      consult,
      ENDING[stars],
      RESULT[stars],
    ];
    const whole = [...join(random, banks.map(free), LONGEST_REVIEW)].filter((text) => text.length >= SHORTEST_REVIEW);
    return [
      ...numbered(`review${stars}`, whole),
      ...numbered(
        `title${stars}`,
        free(TITLES[stars]).map((title) => phrase(title, {}, random)),
      ),
    ];
  });
  const bios = [BIO_BACKGROUND, BIO_FOCUS, BIO_WAY, BIO_WAY].map(free);
  return [
    ...reviews,
    ...numbered("bio", join(random, bios, 1_000)),
    ...numbered("reply", join(random, [free(REPLY_START.good)], 500)),
    ...numbered(
      "answer",
      ANSWERS.map(({ answers }) => phrase(free(answers)[0] ?? "", {}, random)),
    ),
    ...numbered(
      "question",
      ANSWERS.map(({ question }) => question),
    ),
    ...numbered(
      "school",
      SCHOOLS.map(({ provider }) => provider),
    ),
    ...numbered("association", ASSOCIATIONS),
  ];
}

/** One row per technician of the sample plan: large cities come up more often. */
function citySlots() {
  let slot = 0;
  return CITIES.flatMap((city) => {
    const { currency, priceFactor, streets } = COUNTRY_FACTS[city.country];
    return Array.from({ length: city.technicians }, () => ({
      slot: slot++,
      name: city.name,
      region: city.region,
      country: city.country,
      lat: city.lat,
      lng: city.lng,
      regime: city.regime,
      postcode: (city.postcodes[slot % city.postcodes.length] ?? "").replace(/#/g, "4").replace(/@/g, "B"),
      street: streets[slot % streets.length],
      currency,
      factor: priceFactor,
    }));
  });
}

/** Fills the tables that `TABLES_SQL` makes. */
export async function fillPools(client: pg.Client): Promise<void> {
  const random = makeRandom("bench");
  const words = [...names(random.fork("names")), ...texts(random.fork("texts"))];
  await client.query("INSERT INTO bench.word SELECT * FROM json_populate_recordset(NULL::bench.word, $1::json)", [
    JSON.stringify(words),
  ]);
  await client.query("INSERT INTO bench.pool SELECT kind, count(*) FROM bench.word GROUP BY kind");
  await client.query("INSERT INTO bench.city SELECT * FROM json_populate_recordset(NULL::bench.city, $1::json)", [
    JSON.stringify(citySlots()),
  ]);
  await client.query(
    `INSERT INTO "Regime" SELECT * FROM json_populate_recordset(NULL::"Regime", $1::json) ON CONFLICT DO NOTHING`,
    [JSON.stringify(regimeRows())],
  );
}
