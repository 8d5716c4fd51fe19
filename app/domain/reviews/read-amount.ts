const GROUPED = /^\d{1,3}([ ,’']\d{3})+(\.\d{1,2})?$/;
const PLAIN = /^\d+([.,]\d{1,2})?$/;
/** Of the currency's main unit, for the widest currencies too; the database keeps whole minor units in 32 bits. */
const MOST_MINOR_UNITS = 2_000_000_000;

/** How many decimals a currency has: 2 for GBP, 0 for JPY. */
function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * An amount as people type it ("1250", "1,250.50", "1 250", "1250,5") in minor units of the currency. Null for anything
 * that could be read in two ways or isn't an amount, and for decimals that the currency doesn't have.
 */
export function readAmount(text: string, currency: string): number | null {
  const typed = text.trim().replace(/[\u00a0\u202f]/g, " ");
  const isGrouped = GROUPED.test(typed);
  if (!isGrouped && !PLAIN.test(typed)) return null;
  const plain = isGrouped ? typed.replace(/[ ,’']/g, "") : typed.replace(",", ".");
  const decimals = decimalsOf(currency);
  const amount = Math.round(Number(plain) * 10 ** decimals);
  const isWhole = Math.abs(Number(plain) * 10 ** decimals - amount) < 1e-6;
  return isWhole && amount <= MOST_MINOR_UNITS ? amount : null;
}

/** Minor units as a field shows them for editing: 125000 GBP is "1250", 125050 GBP "1250.50". */
export function writeAmount(minorUnits: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const amount = minorUnits / 10 ** decimals;
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(decimals);
}
