export type CountryCode = "GB" | "US" | "CA" | "AU" | "IE" | "DE" | "NL" | "ES";
export type Currency = "GBP" | "USD" | "CAD" | "AUD" | "EUR";

export type CountryFacts = {
  currency: Currency;
  /** What one pound of our United Kingdom price list costs there, in whole units of the local currency. */
  priceFactor: number;
  /** South, west, north, east: a box that holds every sample city of the country. */
  box: readonly [number, number, number, number];
  streets: readonly string[];
  /** How a street line is written: `#` is the house number, `*` the street. */
  addressForm: string;
};

export const COUNTRY_FACTS: Record<CountryCode, CountryFacts> = {
  GB: {
    currency: "GBP",
    priceFactor: 1,
    box: [49.8, -8.7, 60.9, 1.8],
    addressForm: "# *",
    streets: [
      "Tanner's Row",
      "Wellmeadow Street",
      "Lantern Yard",
      "Old Ropewalk",
      "Bellhouse Lane",
      "Marlow Terrace",
      "Quarry Street",
      "St Hilda's Road",
      "Cooper's Wharf",
      "Fennel Street",
      "Chandler Road",
      "Harrow Lane",
      "Priory Mews",
      "Canal Parade",
      "Dyer's Court",
      "Ashgrove Road",
    ],
  },
  US: {
    currency: "USD",
    priceFactor: 1.55,
    box: [24.4, -125, 49.4, -66.9],
    addressForm: "# *",
    streets: [
      "Larkspur Avenue",
      "Calder Street",
      "Juniper Boulevard",
      "Westbrook Drive",
      "Mission Oak Lane",
      "Harbor View Road",
      "Redfern Street",
      "Pecan Hollow Drive",
      "Vista Alta Way",
      "Milliner Street",
      "Cottonwood Avenue",
      "Foundry Street",
      "Sable Palm Way",
      "Granary Road",
    ],
  },
  CA: {
    currency: "CAD",
    priceFactor: 1.85,
    box: [41.7, -141, 60, -52.6],
    addressForm: "# *",
    streets: [
      "Rosemount Street",
      "Tamarack Avenue",
      "Linden Crescent",
      "Wharncliffe Street",
      "Sumac Road",
      "Birchcliff Avenue",
      "Mill Pond Street",
      "Laurier Court",
      "Stonecutter Lane",
    ],
  },
  AU: {
    currency: "AUD",
    priceFactor: 1.95,
    box: [-43.7, 113, -10.6, 153.7],
    addressForm: "# *",
    streets: [
      "Banksia Street",
      "Jarrah Lane",
      "Wattle Parade",
      "Figtree Street",
      "Harbour Terrace",
      "Corella Street",
      "Paperbark Avenue",
      "Drover Street",
      "Lorikeet Lane",
    ],
  },
  IE: {
    currency: "EUR",
    priceFactor: 1.2,
    box: [51.4, -10.7, 55.5, -5.9],
    addressForm: "# *",
    streets: ["Weaver's Lane", "Saltgate Street", "Millrace Road", "Abbey Close", "Curragh Terrace"],
  },
  DE: {
    currency: "EUR",
    priceFactor: 1.2,
    box: [47.2, 5.8, 55.1, 15.1],
    addressForm: "* #",
    streets: [
      "Lindenhofweg",
      "Gerberstraße",
      "Am Alten Speicher",
      "Kastanienufer",
      "Böttchergasse",
      "Mühlenkamp",
      "Sankt-Anna-Straße",
    ],
  },
  NL: {
    currency: "EUR",
    priceFactor: 1.2,
    box: [50.7, 3.3, 53.6, 7.3],
    addressForm: "* #",
    streets: ["Lijnbaanskade", "Wilgenstraat", "Kuiperssteeg", "Zoutkade", "Molenwerf", "Oude Weversstraat"],
  },
  ES: {
    currency: "EUR",
    priceFactor: 1.05,
    box: [35.9, -9.4, 43.9, 4.4],
    addressForm: "*, #",
    streets: [
      "Calle del Almendro Viejo",
      "Carrer dels Teixidors",
      "Calle Fuente Clara",
      "Pasaje de la Noria",
      "Carrer del Moll Vell",
    ],
  },
};
