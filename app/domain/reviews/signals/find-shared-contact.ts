import type { Signal } from "#app/domain/reviews/signals/signal.ts";

export type ContactFacts = { authorEmail: string | null; ownerEmail: string | null; websiteUrl: string | null };

/** Providers whose domain many strangers share, the invented people of the sample data too: the same one says nothing. */
const PUBLIC_PROVIDERS = new Set(
  `aol.com btinternet.com duck.com fastmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
  hey.com hotmail.co.uk hotmail.com hotmail.fr icloud.com laposte.net libero.it live.co.uk live.com mac.com mail.com
  mail.ru mailbox.org me.com msn.com naver.com ntlworld.com orange.fr outlook.com pm.me people.sample.hairline posteo.de proton.me
  protonmail.com qq.com rogers.com rocketmail.com sample.hairline sky.com t-online.de talktalk.net tutanota.com virginmedia.com
  web.de yahoo.ca yahoo.co.uk yahoo.com yahoo.de yahoo.fr yandex.com yandex.ru ymail.com zoho.com`.split(/\s+/),
);
/** Providers that ignore dots before the @, under one name. */
const DOTLESS = new Set(["gmail.com", "googlemail.com"]);

/** The mailbox behind an address: no "+label", for some providers no dots, no capitals. */
export function mailboxOf(email: string): { name: string; domain: string } {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  const name = email.slice(0, at).toLowerCase().split("+", 1)[0] ?? "";
  return DOTLESS.has(domain) ? { name: name.replaceAll(".", ""), domain: "gmail.com" } : { name, domain };
}

/** The author writes from the technician's mailbox, or from a domain of the technician's own. */
export function findSharedContact({ authorEmail, ownerEmail, websiteUrl }: ContactFacts): Signal | null {
  if (authorEmail === null) return null;
  const author = mailboxOf(authorEmail);
  const owner = ownerEmail === null ? null : mailboxOf(ownerEmail);
  if (owner && owner.name === author.name && owner.domain === author.domain) {
    return signal("The author's e-mail address leads to the same mailbox as the technician's.");
  }
  if (PUBLIC_PROVIDERS.has(author.domain)) return null;
  if (owner?.domain === author.domain) {
    return signal(
      "The author's e-mail address is at the same domain as the technician's, which is no public provider.",
    );
  }
  if (websiteUrl !== null && URL.canParse(websiteUrl) && isWithin(author.domain, new URL(websiteUrl).hostname)) {
    return signal("The author's e-mail address is at the domain of the technician's website.");
  }
  return null;
}

function isWithin(domain: string, host: string): boolean {
  const site = host.replace(/^www\./, "");
  return domain === site || site.endsWith(`.${domain}`) || domain.endsWith(`.${site}`);
}

function signal(detail: string): Signal {
  return { kind: "shared_contact", detail, relatedIds: [] };
}
