/**
 * What places are also called: the source gives one name each, sometimes the local one, sometimes the English one.
 * `Country Source name: other, other`; a leading `=` means that the site shows that name instead. Read at build time,
 * which fails on a line that names no place.
 */
const OTHER_NAMES = `
GB London: greater london
GB Kingston upon Hull: hull
GB Newcastle upon Tyne: newcastle, newcastle on tyne
GB Stoke-on-Trent: stoke
GB Derry: londonderry
GB Brighton: brighton and hove
GB Southend-on-Sea: southend
GB Royal Tunbridge Wells: tunbridge wells
GB Royal Leamington Spa: leamington spa
GB Cardiff: caerdydd
GB Swansea: abertawe
IE Gaillimh: =Galway
IE Luimneach: =Limerick
IE Dublin: baile atha cliath
IE Cork: corcaigh
US New York City: new york, nyc, big apple
US Los Angeles: la
US San Francisco: sf, san fran, frisco
US Las Vegas: vegas
US Philadelphia: philly
US Washington, D.C.: washington, dc
US The Bronx: bronx
US Lexington-Fayette: lexington
US Boise: boise city
US Nashville: nashville davidson
US Louisville: louisville jefferson county
CA Montréal: montreal
CA Québec: quebec city, ville de quebec
CA Greater Sudbury: sudbury
DE Munich: münchen, monaco di baviera
DE Köln: cologne, keulen, colonia
DE Nürnberg: nuremberg
DE Hannover: hanover
DE Braunschweig: brunswick
DE Aachen: aix la chapelle, aken
DE Frankfurt am Main: frankfurt, francfort
DE Freiburg: freiburg im breisgau
DE Halle (Saale): halle an der saale
DE Mainz: mayence
DE Trier: treves
DE Regensburg: ratisbon
DE Dresden: dresde
DE Berlin: berlino, berlim
AT Vienna: wien, vienne, viena
CH Zürich: zurich, zurigo
CH Genève: geneva, genf, ginevra
CH Basel: basle, bale
CH Bern: berne, berna
CH Luzern: lucerne
CH Sankt Gallen: st gallen
CH Biel/Bienne: biel, bienne
CH Neuchâtel: neuenburg
NL The Hague: den haag, 's-gravenhage, hague
NL 's-Hertogenbosch: den bosch
NL Vlissingen: flushing
BE Brussels: bruxelles, brussel
BE Antwerpen: antwerp, anvers
BE Gent: ghent, gand
BE Brugge: bruges
BE Leuven: louvain
BE Liège: luik
BE Mechelen: malines
BE Kortrijk: courtrai
BE Ostend: oostende
LU Luxembourg: luxemburg, luxembourg city
FR Lyon: lyons
FR Marseille: marseilles
FR Strasbourg: strassburg
FR Nice: nizza
ES Sevilla: seville
ES Zaragoza: saragossa
ES A Coruña: la coruña, corunna
ES Gasteiz / Vitoria: vitoria-gasteiz
ES Pamplona: iruña
ES Palma: palma de mallorca, palma de majorca
ES Valencia: valència
ES Alicante: alacant
ES Bilbao: bilbo
ES Girona: gerona
ES Lleida: lérida
ES Ourense: orense
ES Elche: elx
ES Córdoba: cordova
PT Lisbon: lisboa, lissabon
PT Porto: oporto
IT Rome: roma, rom
IT Milan: milano, mailand
IT Florence: firenze, florenz
IT Venice: venezia, venedig
IT Naples: napoli, neapel
IT Turin: torino
IT Genoa: genova
IT Padova: padua
IT Mantova: mantua
IT Siracusa: syracuse
IT Bolzano: bozen
IT Trento: trent
DK Copenhagen: københavn, kopenhagen
DK Århus: aarhus
SE Göteborg: gothenburg
SE Malmö: malmoe
NO Oslo: christiania
FI Helsinki: helsingfors
FI Turku: åbo
CZ Prague: praha, prag
CZ Brno: brünn
CZ Pilsen: plzeň
PL Warsaw: warszawa, warschau
PL Kraków: cracow, krakau
PL Gdańsk: danzig
PL Wrocław: breslau
PL Łódź: lodz
PL Poznań: posen
SK Bratislava: pressburg
RO Bucharest: bucurești
RS Belgrade: beograd
HR Dubrovnik: ragusa
GR Athens: athina
GR Thessaloníki: salonica, thessaloniki
BG Sofia: sofija
RU Moscow: moskva, moskau
RU Saint Petersburg: st petersburg, sankt peterburg, leningrad
UA Kyiv: kiev
UA Lviv: lvov, lemberg
UA Odessa: odesa
UA Kharkiv: kharkov
TR Istanbul: constantinople
TR İzmir: smyrna
CY Nicosia: lefkosia
IN Mumbai: bombay
IN Bengaluru: bangalore
IN Chennai: madras
IN Kolkata: calcutta
IN Delhi: dilli
CN Beijing: peking
VN Ho Chi Minh City: saigon
MM Yangon: rangoon
MX Mexico City: ciudad de méxico, cdmx
BR São Paulo: sao paulo
BR Rio de Janeiro: rio
ZA Port Elizabeth: gqeberha
ZA Cape Town: kaapstad
EG Cairo: al qahirah
IL Jerusalem: yerushalayim
IL Tel Aviv: tel aviv yafo, tel aviv jaffa
`;

export type OtherName = { countryCode: string; sourceName: string; shownAs: string | null; alsoCalled: string[] };

export const otherNames: readonly OtherName[] = OTHER_NAMES.trim()
  .split("\n")
  .map((line) => {
    const [place = "", names = ""] = line.split(": ");
    const all = names.split(", ");
    return {
      countryCode: place.slice(0, 2),
      sourceName: place.slice(3),
      shownAs: all.find((name) => name.startsWith("="))?.slice(1) ?? null,
      alsoCalled: all.filter((name) => !name.startsWith("=")),
    };
  });

/** What countries are called beside their English and own-language names. */
export const otherCountryNames: Record<string, string[]> = {
  GB: ["uk", "great britain", "britain"],
  US: ["usa", "america", "united states of america", "the states"],
  AE: ["uae", "emirates"],
  IE: ["republic of ireland", "eire"],
  NL: ["holland", "the netherlands"],
  CZ: ["czech republic"],
  CH: ["suisse", "svizzera"],
  BE: ["belgique", "belgien"],
  TR: ["turkey", "turkiye"],
  CI: ["ivory coast"],
  KR: ["korea"],
  CD: ["dr congo", "drc"],
  CG: ["congo"],
  MK: ["macedonia"],
  MM: ["burma"],
  SZ: ["swaziland"],
  CV: ["cape verde"],
  VA: ["vatican"],
  HK: ["hong kong"],
  MO: ["macau", "macao"],
  PS: ["palestine"],
  BA: ["bosnia"],
  RU: ["russian federation"],
};
