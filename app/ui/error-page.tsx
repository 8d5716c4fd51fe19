import { LogoMark } from "#app/ui/logo-mark.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { REQUEST_ID_ELEMENT, useRequestId } from "#app/ui/request-id.ts";

export type ErrorKind = "not_found" | "refused" | "too_many" | "offline" | "server";

/** What happened and what to do next; no blame, no codes. */
export const ERROR_WORDS: Record<ErrorKind, { title: string; what: string; next: string }> = {
  not_found: {
    title: "There is no page here",
    what: "The address may have a typing error, or the page has been moved or taken down.",
    next: "Check the address, or start again from one of these:",
  },
  refused: {
    title: "This can't be done here",
    what: "You may need to sign in, or this belongs to somebody else. Nothing was changed.",
    next: "Go back and try another way, or start again from one of these:",
  },
  too_many: {
    title: "That was a lot at once",
    what: "To keep the site fast for everybody, we pause after many requests in a short time. Nothing was lost.",
    next: "Wait a minute, then load this page again.",
  },
  offline: {
    title: "You seem to be offline",
    what: "The page could not be fetched. Nothing you sent before was lost.",
    next: "Check your connection, then load this page again.",
  },
  server: {
    title: "Something went wrong on our side",
    what: "It is our fault, not yours, and it has been written down for us to look at.",
    next: "Try again in a moment. If it happens again, tell us the reference below.",
  },
};

export function errorKindOf(status: number): ErrorKind {
  if (status === 404 || status === 410) return "not_found";
  if (status === 429) return "too_many";
  return status >= 400 && status < 500 ? "refused" : "server";
}

/** A whole page's content; the frame around it stays. */
export function ErrorPage({
  kind,
  links,
}: {
  kind: ErrorKind;
  /** Ways on; the first is the main one. */
  links: readonly { href: string; label: string }[];
}) {
  const words = ERROR_WORDS[kind];
  const requestId = useRequestId();
  return (
    <div className="page-narrow stack error-page">
      <LogoMark />
      <h1>{words.title}</h1>
      <p className="lead">{words.what}</p>
      <p>{words.next}</p>
      <div className="row">
        {links.map((link, index) => (
          <ButtonLink key={link.href} look={index === 0 ? "main" : "quiet"} href={link.href}>
            {link.label}
          </ButtonLink>
        ))}
      </div>
      {requestId && kind !== "not_found" ? (
        <p className="muted small">
          {"Reference: "}
          <code id={REQUEST_ID_ELEMENT}>{requestId}</code>
        </p>
      ) : null}
    </div>
  );
}
