import type { InvitationMonth, InvitationShare } from "#app/domain/reviews/invitation-share.ts";
import { CARDS_AT_ONCE, VISIT_CODE_DAYS, VISIT_CODES_AT_ONCE } from "#app/domain/reviews/visit-code.ts";
import type { VisitCodeCounts } from "#app/domain/reviews/visit-code.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { MailForm } from "#app/routes/studio.invitations._index/mail-form.tsx";
import { ShareSection } from "#app/routes/studio.invitations._index/share-section.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

export type InvitationsReply = FormReply & { intent: "codes" | "mail" | "counts" | null; codes: string[] };

type Props = {
  counts: VisitCodeCounts;
  months: InvitationMonth[];
  share: InvitationShare;
  done: string | null;
  reply: InvitationsReply;
};

/** The ways to invite every client, and the share of them who were. */
export function InvitationsScreen({ counts, months, share, done, reply }: Props) {
  const to = (intent: InvitationsReply["intent"]) => (reply.intent === intent ? reply : EMPTY_REPLY);
  const lead = `Invite every client, not only the happy ones. A code works once, for your profile only, and for ${VISIT_CODE_DAYS} days; the review then says that the visit is confirmed.`;
  return (
    <StudioFrame current="invitations" title="Invitations" lead={lead}>
      {done === "invited" ? (
        <Notice isNews>The invitations are on their way. Nobody is invited by you twice within a year.</Notice>
      ) : null}
      {done === "counted" ? <Notice isNews>Your counts are saved.</Notice> : null}
      <FormErrors errors={reply.errors} />
      {reply.codes.length === 0 ? null : <NewCodes codes={reply.codes} />}
      <MailForm reply={to("mail")} />
      <section className="stack" aria-labelledby="cards-title">
        <h2 id="cards-title">Print cards</h2>
        <p>Each card has a code of its own and a QR code that opens the review form. Hand one to everybody.</p>
        <form method="post" action="/studio/invitations/cards" className="row row-end">
          <TextField
            id="cards"
            name="count"
            label="Number of cards"
            type="number"
            inputMode="numeric"
            min={1}
            max={CARDS_AT_ONCE}
            defaultValue="8"
            required
          />
          <Button look="quiet">Make cards</Button>
        </form>
      </section>
      <CodeForm counts={counts} reply={to("codes")} />
      <ShareSection months={months} share={share} reply={to("counts")} />
    </StudioFrame>
  );
}

function NewCodes({ codes }: { codes: string[] }) {
  return (
    <section className="card stack" aria-labelledby="codes">
      <h2 id="codes">{codes.length === 1 ? "Your new code" : `Your ${codes.length} new codes`}</h2>
      <Notice tone="amber" isNews>
        Copy or print them now: they are shown only this once.
      </Notice>
      <ul className="visit-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CodeForm({ counts, reply: { values, errors } }: { counts: VisitCodeCounts; reply: FormReply }) {
  return (
    <section className="stack" aria-labelledby="make-codes">
      <h2 id="make-codes">Make codes to copy</h2>
      <p>{`${plural(counts.unused, "code")} not used yet, ${counts.used} used, ${counts.expired} expired.`}</p>
      <form method="post" className="row row-end no-print">
        <input type="hidden" name="intent" value="codes" />
        <TextField
          id="count"
          name="count"
          label="How many"
          type="number"
          inputMode="numeric"
          min={1}
          max={VISIT_CODES_AT_ONCE}
          defaultValue={values["count"] ?? "5"}
          errors={errors["count"] ?? []}
          autoFocus={errors["count"] !== undefined}
          required
        />
        <Button look="quiet">Make visit codes</Button>
      </form>
    </section>
  );
}
