import type { VisitCards } from "#app/domain/reviews/make-visit-cards.server.ts";
import { CARDS_AT_ONCE } from "#app/domain/reviews/visit-code.ts";
import { StudioFrame } from "#app/domain/technicians/studio-frame.tsx";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { formatDay, plural } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Cards on a sheet: two beside each other, four rows, on A4 and on Letter. */
const CARDS_ON_A_SHEET = 8;

/** Cards to print and cut: on the screen as they come out of the printer. */
export function CardsScreen({ cards, reply }: { cards: VisitCards | null; reply: FormReply }) {
  return (
    <StudioFrame current="invitations" title="Cards to print" lead={<a href="/studio/invitations">All invitations</a>}>
      {cards === null ? (
        <CardForm reply={reply} />
      ) : (
        <>
          <div className="no-print">
            <Notice tone="amber" isNews>
              {`${plural(cards.cards.length, "card")}, ${CARDS_ON_A_SHEET} on a sheet of A4 or Letter. Print this page now: the codes are shown only this once.`}
            </Notice>
          </div>
          <Sheets {...cards} />
        </>
      )}
    </StudioFrame>
  );
}

function CardForm({ reply: { values, errors } }: { reply: FormReply }) {
  return (
    <form method="post" className="stack" noValidate>
      <FormErrors errors={errors} />
      <TextField
        id="count"
        name="count"
        label="Number of cards"
        hint={`Up to ${CARDS_AT_ONCE}, ${CARDS_ON_A_SHEET} on a sheet.`}
        type="number"
        inputMode="numeric"
        min={1}
        max={CARDS_AT_ONCE}
        defaultValue={values["count"] ?? String(CARDS_ON_A_SHEET)}
        errors={errors["count"] ?? []}
        autoFocus={errors["count"] !== undefined}
        required
      />
      <div>
        <Button>Make cards</Button>
      </div>
    </form>
  );
}

function Sheets({ name, until, address, cards }: VisitCards) {
  const sheets = Array.from({ length: Math.ceil(cards.length / CARDS_ON_A_SHEET) }, (_, at) =>
    cards.slice(at * CARDS_ON_A_SHEET, (at + 1) * CARDS_ON_A_SHEET),
  );
  return sheets.map((sheet, at) => (
    <ul key={at} className="visit-sheet" aria-label={`Sheet ${at + 1}`}>
      {sheet.map(({ code, qr }) => (
        <li key={code} className="visit-card">
          <div className="visit-card-words">
            <p className="visit-card-name">{name}</p>
            <p>How did it go? Tell others on Hairline. Any review, good or bad.</p>
          </div>
          <svg
            className="visit-card-qr"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label="QR code of the link"
          >
            <path d={qr.path} />
          </svg>
          <p className="visit-card-code">
            <code>{code}</code>
          </p>
          <p className="visit-card-small">
            {`Scan, or open ${address} and type the code. It works once, until ${formatDay(until)}, and confirms your visit.`}
          </p>
        </li>
      ))}
    </ul>
  ));
}
