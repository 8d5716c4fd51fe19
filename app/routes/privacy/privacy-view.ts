/** What the page takes from the rules that are in force. */
export type PrivacyView = {
  /** The e-mail address that people write to. */
  writeTo: string;
  /** Months within which a decision can be appealed against; a document of an appealed review is kept as long. */
  appealMonths: number;
  /** Days after a decision without an appeal until a document about the visit is deleted. */
  documentDays: number;
};
