import type { MadeClaimCode } from "#app/domain/moderation/made-code.ts";
import { formatClaimCode } from "#app/domain/technicians/listing-claim.ts";
import { formatDay } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

/** The code of a claim, this once. */
export function MadeCodeNotice({ made: { code, method, worksUntil } }: { made: MadeClaimCode }) {
  return (
    <section className="card stack stack-tight" aria-labelledby="made-code">
      <h2 id="made-code">The code</h2>
      <p className="claims-code">
        <code>{formatClaimCode(code)}</code>
      </p>
      <Notice tone="amber" isNews>
        {`${method === "post_code" ? "Write it into the letter" : "Call the studio and read it out"} now: it is shown only this once. It works until ${formatDay(worksUntil)}, ${worksUntil.slice(11, 16)} UTC.`}
      </Notice>
    </section>
  );
}
