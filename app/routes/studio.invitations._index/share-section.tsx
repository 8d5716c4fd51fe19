import { invitationShareWords, MOST_CLIENTS_A_MONTH } from "#app/domain/reviews/invitation-share.ts";
import type { InvitationMonth, InvitationShare } from "#app/domain/reviews/invitation-share.ts";
import { monthField } from "#app/domain/reviews/treated-counts-schema.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { plural } from "#app/ui/format.ts";

type Props = { months: InvitationMonth[]; share: InvitationShare; reply: FormReply };

/** What share of the clients was invited, in public words, and the form for the number of clients. */
export function ShareSection({ months, share, reply: { values, errors } }: Props) {
  return (
    <section className="stack" aria-labelledby="share-title">
      <h2 id="share-title">Share of clients invited</h2>
      <p className="lead">
        {share.percent === null
          ? "Clients treated: none provided."
          : `${share.percent} %: ${plural(share.invited, "invitation")} made, ${plural(share.treated, "client")} treated.`}
      </p>
      <p>
        {`Your profile says: “${invitationShareWords(share)}” `}
        {"Only months with a count are taken, for both numbers. "}
        <a href="/policies/reviews#invitations">How this is counted</a>
      </p>
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="intent" value="counts" />
        <h3>Clients you treated</h3>
        <p className="field-hint">
          Everybody who had a session in that month, once. Leave a month empty if you don’t want to say.
        </p>
        <div className="month-fields">
          {months.map(({ month, declared, treatedHere, invited }) => {
            const name = monthField(month);
            const known = treatedHere === 0 ? "" : `, ${treatedHere} by enquiry here`;
            return (
              <TextField
                key={month}
                id={name}
                name={name}
                label={monthName(month)}
                hint={`${invited} invited${known}`}
                type="number"
                inputMode="numeric"
                min={0}
                max={MOST_CLIENTS_A_MONTH}
                defaultValue={values[name] ?? declared ?? ""}
                errors={errors[name] ?? []}
              />
            );
          })}
        </div>
        <div>
          <Button>Save counts</Button>
        </div>
      </form>
    </section>
  );
}

const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

function monthName(month: string): string {
  return monthFormat.format(new Date(month));
}
