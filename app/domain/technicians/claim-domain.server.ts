import { getDomain } from "tldts";

/** Where anybody gets an address or a page: a mailbox there says nothing about a studio. */
const ANYBODYS = new Set(
  `gmail.com googlemail.com google.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com aol.com
  icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.de gmx.net web.de mail.com zoho.com yandex.com
  yandex.ru mail.ru qq.com 163.com fastmail.com hey.com tutanota.com btinternet.com sky.com virginmedia.com
  rogers.com bell.net sympatico.ca comcast.net orange.fr free.fr laposte.net t-online.de libero.it
  facebook.com fb.com instagram.com tiktok.com x.com twitter.com youtube.com linkedin.com pinterest.com linktr.ee
  booksy.com fresha.com treatwell.co.uk treatwell.com vagaro.com squareup.com square.site styleseat.com phorest.com
  yelp.com yell.com trustpilot.com wix.com squarespace.com godaddy.com`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * The name that somebody registered behind a host: "studio.co.uk" for "www.studio.co.uk", null for "co.uk" itself, for
 * numbers, and for hosts where anybody gets an address. Names below "wixsite.com" and the like are registered ones.
 */
function registeredName(host: string): string | null {
  const name = getDomain(host, { allowPrivateDomains: true });
  return name === null || ANYBODYS.has(name) ? null : name;
}

/** A domain as DNS writes it: lower case, other scripts in their "xn--" form; null when it can't be one. */
function asciiDomain(text: string): string | null {
  if (!/^[^\s/?#:@\\%[\]]+$/u.test(text)) return null;
  try {
    return new URL(`http://${text}`).hostname.replace(/\.$/, "");
  } catch {
    return null;
  }
}

function hostOf(websiteUrl: string): string | null {
  return URL.canParse(websiteUrl) ? new URL(websiteUrl).hostname.replace(/\.$/, "") : null;
}

/** The domain whose mailboxes speak for a studio with this website, as people know it; null where none does. */
export function studioDomain(websiteUrl: string | null): string | null {
  const host = websiteUrl === null ? null : hostOf(websiteUrl);
  return host === null ? null : registeredName(host);
}

/**
 * Whether a mailbox belongs to the studio with this website: its domain is the website's host or one above it, down to
 * the registered name. "info@studio.com" for "www.studio.com" does; "info@studio.com.evil.com" and "info@co.uk" don't.
 */
export function isStudioAddress(address: string, websiteUrl: string): boolean {
  const host = hostOf(websiteUrl);
  const domain = asciiDomain(address.slice(address.lastIndexOf("@") + 1));
  if (host === null || domain === null || registeredName(host) === null || registeredName(domain) === null) {
    return false;
  }
  return domain === host || host.endsWith(`.${domain}`);
}
