/**
 * The address when a browser may be sent there, otherwise null: only http and https pass, never `javascript:`,
 * `data:` or an address with a user name in it, which would show one host and open another.
 */
export function webUrl(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.username === "" && url.password === "" ? url.href : null;
}
