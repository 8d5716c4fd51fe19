/**
 * First-level regions by GeoNames code, in English, for the countries where Hairline's people are most likely to look.
 * `CODE=Name` or `CODE=Name=ABBR`, separated by `|`; elsewhere a label names the country only. Read at build time.
 */
const REGIONS: Record<string, string> = {
  GB: "ENG=England|SCT=Scotland|WLS=Wales|NIR=Northern Ireland=NI",
  IE: "C=Connacht|L=Leinster|M=Munster|U=Ulster",
  CA: "01=Alberta=AB|02=British Columbia=BC|03=Manitoba=MB|04=New Brunswick=NB|05=Newfoundland and Labrador=NL|07=Nova Scotia=NS|08=Ontario=ON|09=Prince Edward Island=PE|10=Quebec=QC|11=Saskatchewan=SK|12=Yukon=YT|13=Northwest Territories=NT|14=Nunavut=NU",
  AU: "01=Australian Capital Territory=ACT|02=New South Wales=NSW|03=Northern Territory=NT|04=Queensland=QLD|05=South Australia=SA|06=Tasmania=TAS|07=Victoria=VIC|08=Western Australia=WA",
  NZ: "10=Chatham Islands|E7=Auckland|E8=Bay of Plenty|E9=Canterbury|F1=Gisborne|F2=Hawke's Bay|F3=Manawatū-Whanganui|F4=Marlborough|F5=Nelson|F6=Northland|F7=Otago|F8=Southland|F9=Taranaki|G1=Waikato|G2=Wellington|G3=West Coast|TAS=Tasman",
  DE: "01=Baden-Württemberg|02=Bavaria|03=Bremen|04=Hamburg|05=Hesse|06=Lower Saxony|07=North Rhine-Westphalia=NRW|08=Rhineland-Palatinate|09=Saarland|10=Schleswig-Holstein|11=Brandenburg|12=Mecklenburg-Vorpommern|13=Saxony|14=Saxony-Anhalt|15=Thuringia|16=Berlin",
  AT: "01=Burgenland|02=Carinthia|03=Lower Austria|04=Upper Austria|05=Salzburg|06=Styria|07=Tyrol|08=Vorarlberg|09=Vienna",
  CH: "AG=Aargau|AI=Appenzell Innerrhoden|AR=Appenzell Ausserrhoden|BE=Bern|BL=Basel-Landschaft|BS=Basel-Stadt|FR=Fribourg|GE=Geneva|GL=Glarus|GR=Graubünden|JU=Jura|LU=Lucerne|NE=Neuchâtel|NW=Nidwalden|OW=Obwalden|SG=St. Gallen|SH=Schaffhausen|SO=Solothurn|SZ=Schwyz|TG=Thurgau|TI=Ticino|UR=Uri|VD=Vaud|VS=Valais|ZG=Zug|ZH=Zurich",
  NL: "01=Drenthe|02=Friesland|03=Gelderland|04=Groningen|05=Limburg|06=North Brabant|07=North Holland|09=Utrecht|10=Zeeland|11=South Holland|15=Overijssel|16=Flevoland",
  BE: "BRU=Brussels|VLG=Flanders|WAL=Wallonia",
  FR: "11=Île-de-France|24=Centre-Val de Loire|27=Bourgogne-Franche-Comté|28=Normandy|32=Hauts-de-France|44=Grand Est|52=Pays de la Loire|53=Brittany|75=Nouvelle-Aquitaine|76=Occitanie|84=Auvergne-Rhône-Alpes|93=Provence-Alpes-Côte d'Azur|94=Corsica",
  ES: "07=Balearic Islands|27=La Rioja|29=Madrid|31=Murcia|32=Navarre|34=Asturias|39=Cantabria|51=Andalusia|52=Aragon|53=Canary Islands|54=Castilla-La Mancha|55=Castile and León|56=Catalonia|57=Extremadura|58=Galicia|59=Basque Country|60=Valencian Community|CE=Ceuta|ML=Melilla",
  IT: "01=Abruzzo|02=Basilicata|03=Calabria|04=Campania|05=Emilia-Romagna|06=Friuli-Venezia Giulia|07=Lazio|08=Liguria|09=Lombardy|10=Marche|11=Molise|12=Piedmont|13=Apulia|14=Sardinia|15=Sicily|16=Tuscany|17=Trentino-Alto Adige|18=Umbria|19=Aosta Valley|20=Veneto",
  ZA: "02=KwaZulu-Natal|03=Free State|05=Eastern Cape|06=Gauteng|07=Mpumalanga|08=Northern Cape|09=Limpopo|10=North West|11=Western Cape",
  AE: "01=Abu Dhabi|02=Ajman|03=Dubai|04=Fujairah|05=Ras Al Khaimah|06=Sharjah|07=Umm Al Quwain",
};

/** US regions carry their own postal abbreviation as code, so only the names are needed. */
const US_STATES =
  "AL=Alabama|AK=Alaska|AZ=Arizona|AR=Arkansas|CA=California|CO=Colorado|CT=Connecticut|DE=Delaware|DC=District of Columbia|FL=Florida|GA=Georgia|HI=Hawaii|ID=Idaho|IL=Illinois|IN=Indiana|IA=Iowa|KS=Kansas|KY=Kentucky|LA=Louisiana|ME=Maine|MD=Maryland|MA=Massachusetts|MI=Michigan|MN=Minnesota|MS=Mississippi|MO=Missouri|MT=Montana|NE=Nebraska|NV=Nevada|NH=New Hampshire|NJ=New Jersey|NM=New Mexico|NY=New York|NC=North Carolina|ND=North Dakota|OH=Ohio|OK=Oklahoma|OR=Oregon|PA=Pennsylvania|RI=Rhode Island|SC=South Carolina|SD=South Dakota|TN=Tennessee|TX=Texas|UT=Utah|VT=Vermont|VA=Virginia|WA=Washington|WV=West Virginia|WI=Wisconsin|WY=Wyoming";

const regions = new Map<string, { name: string; abbreviation: string }>();
for (const [country, list] of Object.entries({ ...REGIONS, US: US_STATES })) {
  for (const entry of list.split("|")) {
    const [code = "", name = "", abbreviation] = entry.split("=");
    regions.set(`${country}.${code}`, { name, abbreviation: abbreviation ?? (country === "US" ? code : "") });
  }
}

/** The region's English name and usual abbreviation, both empty where this list doesn't know it. */
export function regionOf(countryCode: string, adminCode: string): { name: string; abbreviation: string } {
  return regions.get(`${countryCode}.${adminCode}`) ?? { name: "", abbreviation: "" };
}

/** A Canadian postal code's first letter says its province; X is shared by two territories. */
const PROVINCE_BY_LETTER: Record<string, string> = {
  A: "05",
  B: "07",
  C: "09",
  E: "04",
  G: "10",
  H: "10",
  J: "10",
  K: "08",
  L: "08",
  M: "08",
  N: "08",
  P: "08",
  R: "03",
  S: "11",
  T: "01",
  V: "02",
  X: "13",
  Y: "12",
};
const NUNAVUT = new Set(["X0A", "X0B", "X0C"]);

/** The GeoNames province code of a Canadian forward sortation area, or null for a letter Canada doesn't use. */
export function provinceOfFsa(fsa: string): string | null {
  return NUNAVUT.has(fsa) ? "14" : (PROVINCE_BY_LETTER[fsa.charAt(0)] ?? null);
}
