import type { Gender, Language } from "#app/domain/technicians/vocabulary.ts";
import type { CountryCode } from "./countries.ts";
import type { Random } from "./random.ts";

type Culture = {
  women: readonly string[];
  men: readonly string[];
  last: readonly string[];
  languages: readonly Language[];
};

const words = (text: string): readonly string[] => text.split(" ");
const CULTURES = {
  british: {
    women: words(
      "Hannah Gemma Rosie Leanne Abigail Kirsty Naomi Bethan Eleanor Chloe Joanne Megan Philippa Tamsin Louise",
    ),
    men: words("Callum Gareth Oliver Stuart Dominic Lewis Aaron Rhys Craig Elliot Tom Nathan Jonty Marcus Ross"),
    last: words(
      "Ashdown Birtwell Calloway Drayton Ellerby Fairhurst Garside Hollins Ibbotson Kershaw Lockyer Marsden Northcote Penhale Rudge Sedgwick Thackray Upshaw Wainford Yarwood Tregarth Pryce Llewyn Dunbarton Macrae",
    ),
    languages: ["en"],
  },
  american: {
    women: words("Brooke Dana Tiffany Alexis Jocelyn Kendra Monique Paige Renee Savannah Vanessa Whitney"),
    men: words("Brandon Darnell Derek Jamal Kyle Logan Preston Terrence Trevor Wyatt Malik Austin"),
    last: words(
      "Abernathy Beauchamp Castleman Dillard Eastwick Fontaine Grissom Hadley Jennings Kimbrough Langford Merriweather Oakes Pettway Rawlins Stallworth Tolliver Whitlock Yarborough",
    ),
    languages: ["en"],
  },
  hispanic: {
    women: words("Lucía Marisol Carmen Valeria Noelia Paloma Ximena Beatriz"),
    men: words("Álvaro Diego Javier Mateo Rubén Sergio Joaquín Andrés"),
    last: words(
      "Arribas Benavente Cifuentes Durán Echeverri Fuentes Galindo Ibarra Lozano Montalvo Peñalver Quiroga Revuelta Saavedra",
    ),
    languages: ["es", "en"],
  },
  german: {
    women: words("Annika Britta Greta Katrin Svenja Theresa"),
    men: words("Florian Henrik Jonas Lukas Matthias Tobias"),
    last: words(
      "Althaus Brinkmann Dornbusch Eichhorn Grünwald Haverkamp Kessler Lindner Osterloh Rademacher Steinbrück",
    ),
    languages: ["de", "en"],
  },
  dutch: {
    women: words("Femke Anouk Marloes Saskia"),
    men: words("Bas Jeroen Sander Wouter"),
    last: ["van Delden", "de Ruyter", "Hoekstra", "Kuipers", "van Leusden", "Mulder", "Terpstra"],
    languages: ["nl", "en", "de"],
  },
  irish: {
    women: words("Aoife Ciara Niamh Sinéad"),
    men: words("Cormac Declan Eoin Ronan"),
    last: words("Brannigan Cassidy Devaney Gilhooly Mulcahy O'Farrell Tiernan"),
    languages: ["en"],
  },
  southAsian: {
    women: words("Aisha Farah Meera Priya Sunita Zara Harpreet"),
    men: words("Adeel Arjun Bilal Imran Rajesh Samir Gurdeep"),
    last: words("Ahmadi Bhandari Chaudhry Dhaliwal Iqbal Khatri Malhotra Nandra Qureshi Sandhu Virdee"),
    languages: ["en", "ur", "hi", "pa"],
  },
  african: {
    women: words("Abena Chidinma Folake Thandi Yetunde"),
    men: words("Babatunde Emeka Kwame Kofi Tendai"),
    last: words("Adeyemi Boateng Chukwuma Danquah Ekwueme Mensah Nwosu Okonjo"),
    languages: ["en"],
  },
  turkish: {
    women: words("Elif Selin Defne"),
    men: words("Emre Kerem Onur Baran"),
    last: words("Aksoy Demirel Erdoğdu Karataş Özkaya Yıldırım"),
    languages: ["tr", "en"],
  },
  arabic: {
    women: words("Leila Rania Noor"),
    men: words("Karim Youssef Tariq Nabil"),
    last: words("Al-Hassani Bensalem Haddad Mansouri Sabbagh"),
    languages: ["ar", "en", "fr"],
  },
  polish: {
    women: words("Agnieszka Kasia Magdalena"),
    men: words("Bartek Marek Tomasz"),
    last: words("Borkowska Gajda Kowalczyk Nowicki Zielińska"),
    languages: ["pl", "en"],
  },
  italian: {
    women: words("Chiara Giulia Silvia"),
    men: words("Davide Lorenzo Matteo"),
    last: words("Bellandi Carraro De-Santis Ferrante Moretti Zanetti"),
    languages: ["it", "en"],
  },
  portuguese: {
    women: words("Inês Joana Mariana"),
    men: words("Duarte Thiago Rafael"),
    last: words("Almeida Barreto Cardoso Furtado Teixeira"),
    languages: ["pt", "en", "es"],
  },
  french: {
    women: words("Amélie Camille Élodie"),
    men: words("Bastien Olivier Thibault"),
    last: words("Bellerose Charbonneau Desrosiers Lavigne Tremblay-Roy"),
    languages: ["fr", "en"],
  },
  chinese: {
    women: words("Mei Xinyi Jia"),
    men: words("Wei Jun Haoran"),
    last: words("Cheung Leung Tan Xu Zhou"),
    languages: ["zh", "en"],
  },
  romanian: {
    women: words("Andreea Ioana Simona"),
    men: words("Cristian Radu Vlad"),
    last: words("Dobre Ionescu Munteanu Stanciu"),
    languages: ["ro", "en"],
  },
} satisfies Record<string, Culture>;
type CultureKey = keyof typeof CULTURES;

const MIX: Record<CountryCode, readonly (readonly [CultureKey, number])[]> = {
  GB: [
    ["british", 50],
    ["southAsian", 14],
    ["african", 8],
    ["turkish", 6],
    ["polish", 5],
    ["italian", 4],
    ["romanian", 4],
    ["irish", 4],
    ["portuguese", 3],
    ["arabic", 2],
  ],
  US: [
    ["american", 52],
    ["hispanic", 22],
    ["southAsian", 6],
    ["african", 6],
    ["chinese", 5],
    ["italian", 5],
    ["arabic", 4],
  ],
  CA: [
    ["american", 25],
    ["british", 20],
    ["french", 22],
    ["southAsian", 12],
    ["chinese", 9],
    ["arabic", 6],
    ["portuguese", 6],
  ],
  AU: [
    ["british", 55],
    ["italian", 12],
    ["chinese", 10],
    ["southAsian", 9],
    ["arabic", 6],
    ["irish", 8],
  ],
  IE: [
    ["irish", 70],
    ["polish", 15],
    ["portuguese", 15],
  ],
  DE: [
    ["german", 62],
    ["turkish", 22],
    ["polish", 8],
    ["italian", 8],
  ],
  NL: [
    ["dutch", 65],
    ["turkish", 15],
    ["arabic", 12],
    ["portuguese", 8],
  ],
  ES: [
    ["hispanic", 80],
    ["italian", 10],
    ["romanian", 10],
  ],
};
const LOCAL: Record<CountryCode, Language> = {
  GB: "en",
  US: "en",
  CA: "en",
  AU: "en",
  IE: "en",
  DE: "de",
  NL: "nl",
  ES: "es",
};

export type Person = { name: string; first: string; last: string; gender: Gender | null; languages: Language[] };

/** An invented person who could live in that country. `taken` holds the names in use and is added to. */
export function makePerson(country: CountryCode, taken: Set<string>, random: Random): Person {
  for (;;) {
    const culture: Culture = CULTURES[random.weighted(MIX[country])];
    const isWoman = random.chance(0.46);
    const first = random.pick(isWoman ? culture.women : culture.men);
    const last = random.pick(culture.last);
    const name = `${first} ${last}`;
    if (taken.has(name)) continue;
    taken.add(name);
    const gender: Gender | null = random.weighted([
      [isWoman ? "woman" : "man", 88],
      ["nonbinary", 3],
      [null, 9],
    ] as const);
    const languages = new Set<Language>([LOCAL[country], "en"]);
    for (const language of culture.languages) if (random.chance(0.75)) languages.add(language);
    if (random.chance(0.08)) languages.add(random.pick(["fr", "es", "it", "de", "pt"] as const));
    return { name, first, last, gender, languages: [...languages] };
  }
}

const STUDIO_FIRST = words(
  "Follicle Hairline Crown Temple Stipple Shadow Slate Graphite Northlight Fineline Pointwork Dapple Contour Keystone Halftone Linden Harbour Ember Quarter Parting Grain Pebble Onyx Meridian Cedar Foundry Lantern Marlow Sable Kestrel",
);
const STUDIO_LAST = [
  "SMP",
  "Scalp Studio",
  "Scalp Clinic",
  "Micropigmentation",
  "Scalp Rooms",
  "& Co",
  "Hairline Studio",
  "Scalp Atelier",
  "Pigment House",
  "SMP Practice",
];

export function makeStudioName(owner: Person, taken: Set<string>, random: Random): string {
  for (;;) {
    const name = random.chance(0.3)
      ? `${owner.last} ${random.pick(STUDIO_LAST)}`
      : `${random.pick(STUDIO_FIRST)} ${random.pick(STUDIO_LAST)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const HANDLE_A = words(
  "quiet late plain steady rainy northern southern grey sunny bald thinning shaved lucky early slow tall",
);
const HANDLE_B = words(
  "fox cyclist baker walker reader runner teacher sailor gardener drummer chef driver nurse painter swimmer keeper",
);

/** How a client chose to be called: few give a full name. */
export function makeDisplayName(country: CountryCode, random: Random): string {
  const culture: Culture = CULTURES[random.weighted(MIX[country])];
  const first = random.pick(random.chance(0.3) ? culture.women : culture.men);
  const last = random.pick(culture.last);
  return random.weighted<string>([
    [first, 30],
    [`${first} ${last.charAt(0).toUpperCase()}.`, 34],
    [`${first.charAt(0)}. ${last.charAt(0).toUpperCase()}.`, 9],
    [`${random.pick(HANDLE_A)}_${random.pick(HANDLE_B)}${random.chance(0.4) ? random.int(2, 98) : ""}`, 17],
    [`${first}${random.int(60, 99)}`, 6],
    ["Prefer not to say", 4],
  ]);
}
