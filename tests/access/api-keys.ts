const CRITERIA = "authorization dedication portfolio sterile training understanding";
const SUB_RATINGS = "dedication portfolio sterile understanding";
const PHOTO = "alt height stage thumbnailUrl url width";
const RATING = "count counts mean";
const ANSWERS = "answers mean";

/** All that the API may tell, by route. The schemas in the domain say what each field means. */
export const API_KEYS: Record<string, Record<string, string>> = {
  "routes/api.v1.technicians._index": {
    "": "counts credits ignored isPartial next page pageCount perPage placeName previous self sort source technicians toLoosen total url",
    counts: "claimed concern feature gender language ratingMin result skin treatment verified",
    "credits[]": "credit title url",
    "technicians[]":
      "city countryCode criteria distanceKm inspectionNotice isSample isUnclaimed name photo priceFrom rating region self slug studio treatments url",
    "technicians[].criteria": CRITERIA,
    "technicians[].inspectionNotice": "inspectedOn outcome",
    "technicians[].photo": PHOTO,
    "technicians[].priceFrom": "amount currency",
    "technicians[].rating": RATING,
  },
  "routes/api.v1.technicians.$slug._index": {
    "": "answers bio cases concerns criteria dedicationStatement evidence hasOwnHairLoss inspections invitationShare isSample isUnclaimed languages lastConfirmedOn listing name practisingSince premises priceBands pricesPaid pronouns rating recommendation registers responseTime reviewsUrl self skinTypes slug smpShare subRatings topUpYears treatmentWords treatments understandingStatement url websiteUrl",
    "answers[]": "answer question",
    "cases[]":
      "checkedOn concern isSameAngle isSameLight isSample isUnedited photos scale scaleBand sessions skinType title treatment",
    "cases[].photos[]": "alt caption daysSinceLastSession height stage thumbnailUrl url width",
    criteria: CRITERIA,
    "evidence[]":
      "checkedBy checkedOn criterion details expiresOn isExpiring isNotRequired issuedOn kind noExpiryReason source sourceUrl status title",
    "evidence[].details[]": "label value",
    "inspections[]": "infractions inspectedOn isSample outcome premisesName services snapshotOn source",
    "inspections[].infractions[]": "action citation severity text",
    "treatmentWords[]": "treatment words",
    "premises[].hours[]": "closes day opens weekday",
    "premises[]": "address city countryCode countryName features guest hours lat lng name postcode region",
    "premises[].guest": "from until",
    "priceBands[]":
      "amountFrom amountTo bandFrom bandTo confirmedOn currency deposit scale sessionsIncluded topUpIncluded topUpWithinMonths treatment",
    "pricesPaid[]": "count currency high low median treatment",
    rating: RATING,
    recommendation: "answers yes",
    "registers[]": "credit isList source title url",
    subRatings: SUB_RATINGS,
    "subRatings.dedication": ANSWERS,
    "subRatings.portfolio": ANSWERS,
    "subRatings.sterile": ANSWERS,
    "subRatings.understanding": ANSWERS,
    topUpYears: "max min",
  },
  "routes/api.v1.technicians.$slug.reviews._index": {
    "": "counts filters next page pageCount perPage previous removed reviews self technician total",
    counts: "stage stars treatment",
    "counts.stage[]": "count value",
    "counts.stars[]": "count value",
    "counts.treatment[]": "count value",
    filters: "stage stars treatment",
    "removed[]": "closedOn reason",
    "reviews[]":
      "authorName concern followUps id incentiveNote isIncentivised isSample isUnderInvestigation lastSessionOn needleOpened overall overallNow photos pricePaid proofLevel publishedOn redactionReason relationship reply sessions stage subRatings text title treatment wouldRecommend",
    "reviews[].followUps[]": "hadTopUp isStillAsWanted month overall photos publishedOn stage text wouldDoAgain",
    "reviews[].followUps[].photos[]": PHOTO,
    "reviews[].photos[]": PHOTO,
    "reviews[].pricePaid": "amount currency",
    "reviews[].reply": "publishedOn text",
    "reviews[].subRatings": SUB_RATINGS,
    technician: "isSample isUnclaimed name rating self slug url",
    "technician.rating": RATING,
  },
  "routes/api.v1.openapi[.]json": {
    "": "components info openapi paths servers",
    info: "description summary title version",
    "servers[]": "url",
  },
  "routes/api.v1.$": { "": "error", error: "code message status" },
};
