import { COUNTRY_FACTS } from "./countries.ts";
import type { CountryCode } from "./countries.ts";
import { REGIMES } from "../reference/regimes.ts";
import type { RegimeKey } from "../reference/regime.ts";

export type City = {
  name: string;
  /** State, province or nation, as people there would write it; null where nobody does. */
  region: string | null;
  country: CountryCode;
  lat: number;
  lng: number;
  regime: RegimeKey;
  /** `#` stands for a digit, `@` for a letter. */
  postcodes: readonly string[];
  technicians: number;
};

/**
 * Name, region, country, latitude, longitude, regime, postcodes, number of technicians (240 in all).
 * Coordinates: GeoNames (CC BY 4.0).
 */
const TABLE: readonly string[] = [
  "London|England|GB|51.5085|-0.1257|london-borough|E1 #@@,N1 #@@,SE1 #@@,SW4 #@@,W2 #@@,NW5 #@@|14",
  "Manchester|England|GB|53.4809|-2.2374|england-council|M1 #@@,M4 #@@,M20 #@@|7",
  "Birmingham|England|GB|52.4814|-1.8998|england-council|B1 #@@,B3 #@@,B13 #@@|6",
  "Leeds|England|GB|53.7965|-1.5478|england-council|LS1 #@@,LS2 #@@,LS6 #@@|6",
  "Liverpool|England|GB|53.4106|-2.9779|england-council|L1 #@@,L3 #@@,L17 #@@|4",
  "Bristol|England|GB|51.4552|-2.5967|england-council|BS1 #@@,BS3 #@@,BS6 #@@|4",
  "Newcastle upon Tyne|England|GB|54.9733|-1.614|england-council|NE1 #@@,NE2 #@@|3",
  "Sheffield|England|GB|53.383|-1.4659|england-council|S1 #@@,S7 #@@|3",
  "Nottingham|England|GB|52.9536|-1.1505|england-council|NG1 #@@,NG7 #@@|3",
  "Brighton|England|GB|50.8284|-0.1395|england-council|BN1 #@@,BN3 #@@|3",
  "Southampton|England|GB|50.904|-1.4043|england-council|SO14 #@@,SO15 #@@|3",
  "Norwich|England|GB|52.6278|1.2983|england-council|NR1 #@@,NR2 #@@|2",
  "Leicester|England|GB|52.6386|-1.1317|england-council|LE1 #@@,LE2 #@@|3",
  "Plymouth|England|GB|50.3715|-4.143|england-council|PL1 #@@,PL4 #@@|2",
  "Cardiff|Wales|GB|51.48|-3.18|wales-national|CF10 #@@,CF11 #@@|4",
  "Swansea|Wales|GB|51.6208|-3.9432|wales-national|SA1 #@@|3",
  "Edinburgh|Scotland|GB|55.9521|-3.1965|scotland-council|EH1 #@@,EH6 #@@|4",
  "Glasgow|Scotland|GB|55.8652|-4.2576|scotland-council|G1 #@@,G12 #@@|4",
  "Los Angeles|California|US|34.0522|-118.2437|us-ca|900##,9006#|9",
  "San Diego|California|US|32.7157|-117.1647|us-ca|9210#|5",
  "San Francisco|California|US|37.7749|-122.4194|us-ca|9410#,9411#|4",
  "Miami|Florida|US|25.7743|-80.1937|us-fl|3313#|6",
  "Orlando|Florida|US|28.5383|-81.3792|us-fl|3280#|4",
  "Tampa|Florida|US|27.9475|-82.4584|us-fl|3360#|3",
  "Houston|Texas|US|29.7633|-95.3633|us-tx|7700#,7701#|6",
  "Dallas|Texas|US|32.7831|-96.8067|us-tx|7520#|5",
  "Austin|Texas|US|30.2672|-97.7431|us-tx|7870#|4",
  "Newark|New Jersey|US|40.7357|-74.1724|us-nj|0710#|2",
  "Jersey City|New Jersey|US|40.7282|-74.0776|us-nj|0730#|3",
  "Seattle|Washington|US|47.6062|-122.3321|us-wa|9810#,9811#|6",
  "New York|New York|US|40.7143|-74.006|us-other|1000#,1001#|8",
  "Chicago|Illinois|US|41.85|-87.6501|us-other|6060#,6061#|5",
  "Atlanta|Georgia|US|33.749|-84.388|us-other|3030#|4",
  "Phoenix|Arizona|US|33.4484|-112.0741|us-other|8500#|3",
  "Toronto|Ontario|CA|43.7001|-79.4163|ca-toronto|M5V #@#,M4Y #@#,M6J #@#|8",
  "Ottawa|Ontario|CA|45.4112|-75.6981|ca-other|K1N #@#,K2P #@#|3",
  "Montréal|Quebec|CA|45.5088|-73.5878|ca-other|H2X #@#,H3B #@#|4",
  "Vancouver|British Columbia|CA|49.2497|-123.1193|ca-other|V6B #@#,V5T #@#|4",
  "Calgary|Alberta|CA|51.0501|-114.0853|ca-other|T2P #@#|2",
  "Halifax|Nova Scotia|CA|44.6464|-63.5729|ca-other|B3J #@#|2",
  "Sydney|New South Wales|AU|-33.8679|151.2073|au-nsw|2010,2000,2042|7",
  "Melbourne|Victoria|AU|-37.814|144.9633|au-other|3000,3065,3181|6",
  "Brisbane|Queensland|AU|-27.4679|153.0281|au-other|4000,4006|4",
  "Perth|Western Australia|AU|-31.9522|115.8614|au-other|6000,6003|3",
  "Adelaide|South Australia|AU|-34.9287|138.5986|au-other|5000,5006|2",
  "Hobart|Tasmania|AU|-42.8794|147.3294|au-tas|7000|1",
  "Dublin||IE|53.3331|-6.2489|ie-none|D02 @#@#,D08 @#@#|5",
  "Cork||IE|51.898|-8.4706|ie-none|T12 @#@#|2",
  "Galway||IE|53.2707|-9.0568|ie-none|H91 @#@#|1",
  "Berlin||DE|52.5244|13.4105|de-local|1011#,1099#|5",
  "Munich|Bavaria|DE|48.1374|11.5755|de-local|8033#,8046#|3",
  "Hamburg||DE|53.5507|9.993|de-local|2009#,2035#|3",
  "Cologne||DE|50.9333|6.95|de-local|5066#,5067#|2",
  "Frankfurt am Main|Hesse|DE|50.1155|8.6842|de-local|6031#,6032#|2",
  "Amsterdam||NL|52.374|4.8897|nl-ggd|1012 @@,1053 @@|4",
  "Rotterdam||NL|51.9225|4.4792|nl-ggd|3011 @@,3012 @@|3",
  "Utrecht||NL|52.0908|5.1222|nl-ggd|3511 @@|2",
  "Madrid||ES|40.4165|-3.7026|es-other|2800#,2801#|3",
  "Barcelona|Catalonia|ES|41.3888|2.159|es-catalonia|0800#,0801#|3",
  "Valencia||ES|39.4698|-0.3774|es-other|4600#|1",
];

function readCity(line: string): City {
  const [
    name = "",
    region = "",
    countryCode = "",
    lat = "",
    lng = "",
    regimeKey = "",
    postcodes = "",
    technicians = "",
  ] = line.split("|");
  const country = (Object.keys(COUNTRY_FACTS) as CountryCode[]).find((code) => code === countryCode);
  const regime = REGIMES.find(({ key }) => key === regimeKey)?.key;
  if (country === undefined || regime === undefined) throw new Error(`Unknown country or regime: ${line}`);
  return {
    name,
    region: region === "" ? null : region,
    country,
    lat: Number(lat),
    lng: Number(lng),
    regime,
    postcodes: postcodes.split(","),
    technicians: Number(technicians),
  };
}

export const CITIES: readonly City[] = TABLE.map(readCity);
