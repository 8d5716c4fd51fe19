import type { ClaimItem } from "#app/domain/moderation/find-claim-item.server.ts";
import { CODE_TRIES, PASSED_ON_METHODS } from "#app/domain/technicians/listing-claim.ts";
import { Button } from "#app/ui/button.tsx";
import { formatDay, plural } from "#app/ui/format.ts";

/** What the claimant says and what they proved. */
export function ClaimBody({ item, canMakeCode }: { item: ClaimItem; canMakeCode: boolean }) {
  const { claimant, statement } = item;
  return (
    <>
      <section className="stack stack-tight" aria-labelledby="statement">
        <h2 id="statement">Who they say they are</h2>
        <p className="words">{statement}</p>
        <p className="small muted">
          {`${claimant.name}, member since ${formatDay(claimant.memberSince)}`}
          {claimant.otherClaims === 0 ? "" : `, with ${plural(claimant.otherClaims, "claim")} on other listings`}
        </p>
      </section>
      <section className="stack stack-tight" aria-labelledby="proof">
        <h2 id="proof">The proof</h2>
        <p>{proofWords(item)}</p>
        {item.documentHref === null ? null : (
          <p>
            <a href={item.documentHref} aria-keyshortcuts="d" rel="noreferrer">
              Look at the document
            </a>
            <span className="muted small"> (the link works for five minutes, and the look is on record)</span>
          </p>
        )}
        {canMakeCode && waitsForCode(item) ? (
          <form method="post">
            <Button name="intent" value="make-code">
              Make a code
            </Button>
          </form>
        ) : null}
      </section>
    </>
  );
}

function waitsForCode({ method, status, code }: ClaimItem): boolean {
  return status === "awaiting_code" && !code.isMade && PASSED_ON_METHODS.some((one) => one === method);
}

function proofWords({ method, status, sentTo, documentHref, code }: ClaimItem): string {
  const isProven = status === "awaiting_moderator" || status === "granted";
  switch (method) {
    case "domain_email":
      return isProven
        ? `The link that was mailed to ${sentTo ?? "the studio’s domain"} was used.`
        : `A link was mailed to ${sentTo ?? "the studio’s domain"}.`;
    case "documents":
      return documentHref === null ? "A document, which is deleted by now." : "A document.";
    default: {
      const way = method === "post_code" ? "by post" : "by telephone";
      if (isProven) return `The code that went out ${way} was typed.`;
      if (!code.isMade) return `They ask for a code ${way}.`;
      return `A code went out ${way}. ${code.tries} of ${CODE_TRIES} tries were wrong.`;
    }
  }
}
