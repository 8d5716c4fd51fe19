/**
 * What allows a person or a room to do this work, place by place. Facts with their source, never advice: whatever was
 * not confirmed says so in its note, because an unknown must stay unknown.
 */
export type RegimeKey =
  | "england-council"
  | "london-borough"
  | "wales-national"
  | "scotland-council"
  | "us-ca"
  | "us-fl"
  | "us-tx"
  | "us-nj"
  | "us-wa"
  | "us-other"
  | "ca-toronto"
  | "ca-other"
  | "au-nsw"
  | "au-tas"
  | "au-other"
  | "ie-none"
  | "de-local"
  | "nl-ggd"
  | "es-catalonia"
  | "es-other"
  | "elsewhere";

export type ReferenceRegime = {
  key: RegimeKey;
  name: string;
  country: string;
  region: string | null;
  /** Who or what the paper names. An empty list: nothing is issued here at all. */
  holders: readonly ("person" | "premises")[];
  /** Rules differ within it, and some places may issue nothing: somebody there can say so. */
  differsWithin?: true;
  /**
   * How long a paper lasts: months; `dated` = it has an end date, after a time that no source names; `none` = it does
   * not lapse; `unknown` = not confirmed by a source.
   */
  validity: { months: number } | "dated" | "none" | "unknown";
  renewal: string;
  publicCheck: string | null;
  registerUrl: string | null;
  sourceName: string;
  sourceUrl: string | null;
  note: string | null;
  /** For moderators: what to compare, and where. */
  lookFor: string;
};
