import { locked } from "../route-row.ts";
import type { RouteRow } from "../route-row.ts";

/* Evidence as its technician hands it in: the rows of the access table, and what their loaders tell. */

export const routes: Record<string, RouteRow> = {
  "routes/studio.criteria._index": locked(
    { reader: "technician", path: () => "/studio/criteria" },
    { hasAction: true },
  ),
  "routes/studio.criteria.add.$kind": locked(
    {
      reader: "technician",
      path: () => "/studio/criteria/add/authorization?regime=england-council&choice=person",
    },
    { params: () => ({ kind: "authorization" }), hasAction: true },
  ),
  "routes/studio.criteria.$evidenceId": locked(
    { reader: "technician", path: ({ studio }) => `/studio/criteria/${studio("ownEvidence")}` },
    { params: ({ studio }) => ({ evidenceId: studio("ownEvidence") }), hasAction: true },
  ),
};

const OWN =
  "can checkedOn criterion details document expiresOn id isExpiring isHeld isNotRequired isRenewed issuedOn kind noExpiryReason refusal status submittedAt title version";
const DOCUMENT = "goesAt handedInAt id isGone mediaType views";
const own = (at: string) => ({
  [at]: OWN,
  [`${at}.can`]: "change giveUp renew",
  [`${at}.details[]`]: "label value",
  [`${at}.refusal`]: "at note reason",
});
const REGIME =
  "checkedOn countryCode countryName differsWithin key name personAuthorized premisesAuthorized region registerNote registerUrl renewalMonths renewalNote sourceName sourceUrl validity";
const FORM = "attached evidenceId places question recent values version";

export const loaderKeys: Record<string, Record<string, string>> = {
  "routes/studio.criteria._index": {
    "": "criteria done runsOut slug statements",
    "criteria[]": "evidence key missing past state",
    ...own("criteria[].evidence[]"),
    "criteria[].evidence[].document": DOCUMENT,
    statements: "answers dedication questions understanding",
    "statements.answers": "seen texts",
    "statements.answers.texts": "answer0 answer1 answer2 answer3 answer4 answer5 answer6 answer7",
    "statements.dedication": "seen texts",
    "statements.dedication.texts": "words",
    "statements.understanding": "seen texts",
    "statements.understanding.texts": "words",
    "statements.questions[]": "field question",
  },
  "routes/studio.criteria.add.$kind": {
    "": "form kind regimes",
    form: FORM,
    "form.places[]": "id name",
    "form.question": "choice kind regime",
    "form.question.regime": REGIME,
    "form.recent[]": "id words",
    "form.values": "",
  },
  "routes/studio.criteria.$evidenceId": {
    "": "done evidence form",
    ...own("evidence"),
    form: FORM,
    "form.places[]": "id name",
    "form.question": "choice kind regime",
    "form.question.regime": REGIME,
    "form.recent[]": "id words",
    "form.values": "authority hasNoEnd number",
  },
};
