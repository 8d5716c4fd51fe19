/**
 * What the product needs to know about a country: its name, whether people there think in miles, and its currency.
 * Codes are ISO 3166-1 alpha-2, as in GeoNames (with XK for Kosovo); currencies ISO 4217.
 */
import type { DistanceUnit } from "#app/domain/places/distance.ts";

const MILES = new Set("GB GG IM JE US AS GU MP PR VI".split(" "));

/** Each currency with the countries and territories where it is in daily use. */
const COUNTRIES_BY_CURRENCY = `
  
  EUR=AD,AT,AX,BE,BG,BL,CY,DE,EE,ES,FI,FR,GF,GP,GR,HR,IE,IT,LT,LU,LV,MC,ME,MF,MQ,MT,NL,PM,PT,RE,SI,SK,SM,TF,VA,XK,YT
  USD=AS,BQ,EC,FM,GU,IO,MH,MP,PR,PW,SV,TC,TL,UM,US,VG,VI GBP=GB,GG,GS,IM,JE AUD=AU,CC,CX,HM,KI,NF,NR,TV
  NZD=CK,NU,NZ,PN,TK CHF=CH,LI DKK=DK,FO,GL NOK=BV,NO,SJ MAD=EH,MA ILS=IL,PS XAF=CF,CG,CM,GA,GQ,TD
  XOF=BF,BJ,CI,GW,ML,NE,SN,TG XCD=AG,AI,DM,GD,KN,LC,MS,VC XCG=CW,SX XPF=NC,PF,WF AED=AE AFN=AF ALL=AL AMD=AM
  AOA=AO ARS=AR AWG=AW AZN=AZ BAM=BA BBD=BB BDT=BD BHD=BH BIF=BI BMD=BM BND=BN BOB=BO BRL=BR BSD=BS BTN=BT BWP=BW
  BYN=BY BZD=BZ CAD=CA CDF=CD CLP=CL CNY=CN COP=CO CRC=CR CUP=CU CVE=CV CZK=CZ DJF=DJ DOP=DO DZD=DZ EGP=EG ERN=ER
  ETB=ET FJD=FJ FKP=FK GEL=GE GHS=GH GIP=GI GMD=GM GNF=GN GTQ=GT GYD=GY HKD=HK HNL=HN HTG=HT HUF=HU IDR=ID INR=IN
  IQD=IQ IRR=IR ISK=IS JMD=JM JOD=JO JPY=JP KES=KE KGS=KG KHR=KH KMF=KM KPW=KP KRW=KR KWD=KW KYD=KY KZT=KZ LAK=LA
  LBP=LB LKR=LK LRD=LR LSL=LS LYD=LY MDL=MD MGA=MG MKD=MK MMK=MM MNT=MN MOP=MO MRU=MR MUR=MU MVR=MV MWK=MW MXN=MX
  MYR=MY MZN=MZ NAD=NA NGN=NG NIO=NI NPR=NP OMR=OM PAB=PA PEN=PE PGK=PG PHP=PH PKR=PK PLN=PL PYG=PY QAR=QA RON=RO
  RSD=RS RUB=RU RWF=RW SAR=SA SBD=SB SCR=SC SDG=SD SEK=SE SGD=SG SHP=SH SLE=SL SOS=SO SRD=SR SSP=SS STN=ST SYP=SY
  SZL=SZ THB=TH TJS=TJ TMT=TM TND=TN TOP=TO TRY=TR TTD=TT TWD=TW TZS=TZ UAH=UA UGX=UG UYU=UY UZS=UZ VES=VE VND=VN
  VUV=VU WST=WS YER=YE ZAR=ZA ZMW=ZM ZWG=ZW
`;

const currencies = new Map<string, string>();
for (const entry of COUNTRIES_BY_CURRENCY.trim().split(/\s+/)) {
  const [currency = "", countries = ""] = entry.split("=");
  for (const country of countries.split(",")) currencies.set(country, currency);
}

/** Every country code that has a currency here, sorted: all inhabited countries and territories. */
export const COUNTRY_CODES: readonly string[] = [...currencies.keys()].sort();

const displayNames = new Map<string, Intl.DisplayNames>();

/**
 * "United Kingdom" for "GB". A code nobody knows is returned as it is. Names come from the runtime's own tables, so
 * let the server name countries: a browser may spell one differently and disagree with the page it hydrates.
 */
export function countryName(code: string, locale = "en"): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return namesIn(locale).of(code.toUpperCase()) ?? code;
}

/** Miles in Britain and its islands, the United States and its territories; kilometres elsewhere. */
export function distanceUnitOf(countryCode: string): DistanceUnit {
  return MILES.has(countryCode.toUpperCase()) ? "mi" : "km";
}

/** The currency of daily use, or null for a code that is no country. */
export function currencyOf(countryCode: string): string | null {
  return currencies.get(countryCode.toUpperCase()) ?? null;
}

function namesIn(locale: string): Intl.DisplayNames {
  let names = displayNames.get(locale);
  if (!names) {
    // Locales may come from a request header, so what is kept is bounded.
    if (displayNames.size >= 50) displayNames.clear();
    names = createNames(locale);
    displayNames.set(locale, names);
  }
  return names;
}

function createNames(locale: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames(locale, { type: "region" });
  } catch {
    return new Intl.DisplayNames("en", { type: "region" });
  }
}
