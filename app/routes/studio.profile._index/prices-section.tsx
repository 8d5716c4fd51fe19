import { useState } from "react";
import type { OwnPrice, OwnProfile } from "#app/domain/profiles/edit/find-own-profile.server.ts";
import type { SectionReply } from "#app/domain/profiles/edit/save-form.server.ts";
import type { ShownPrice } from "#app/domain/profiles/edit/section.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import { PriceFields } from "#app/routes/studio.profile._index/price-fields.tsx";
import { SectionForm } from "#app/routes/studio.profile._index/section-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type Props = { profile: OwnProfile; reply: SectionReply | null };

/** Declared prices, each with a form of its own; one more to add. */
export function PricesSection({ profile, reply }: Props) {
  const added = reply?.id === "" ? reply : null;
  return (
    <>
      {profile.prices.length === 0 ? (
        <p className="muted">None yet. Clients compare prices before they write.</p>
      ) : null}
      {profile.prices.map((price) => (
        <Price key={price.id} price={price} profile={profile} reply={reply?.id === price.id ? reply : null} />
      ))}
      <Disclosure summary="Add a price" isOpen={added !== null}>
        <form method="post" action="/studio/profile" className="stack" noValidate>
          <FormErrors errors={added?.errors["form"] ? { form: added.errors["form"] } : {}} />
          <input type="hidden" name="section" value="prices" />
          <input type="hidden" name="act" value="add" />
          <PriceFields
            fields={added ?? EMPTY_REPLY}
            suffix="new"
            currencies={profile.currencies}
            currency={profile.currency}
          />
          <div>
            <Button>Add this price</Button>
          </div>
        </form>
      </Disclosure>
    </>
  );
}

function Price({ price, profile, reply }: { price: OwnPrice; profile: OwnProfile; reply: SectionReply | null }) {
  const [shown, setShown] = useState<ShownPrice>(price);
  return (
    <div className="card stack stack-tight">
      <h3>{shown.title}</h3>
      <p className="figures">{shown.words}</p>
      <Disclosure
        summary={
          <>
            Change<span className="sr-only">{` ${shown.title}`}</span>
          </>
        }
        isOpen={reply !== null}
      >
        <SectionForm
          section="prices"
          id={price.id}
          stored={price}
          reply={reply}
          onSaved={setShown}
          acts={
            <div className="row price-acts">
              <Button look="quiet" name="act" value="up">
                Move up
              </Button>
              <Button look="quiet" name="act" value="down">
                Move down
              </Button>
              <Button look="red" name="act" value="remove">
                Remove this price
              </Button>
            </div>
          }
        >
          {(fields) => (
            <PriceFields
              fields={fields}
              suffix={price.id}
              currencies={profile.currencies}
              currency={profile.currency}
            />
          )}
        </SectionForm>
      </Disclosure>
    </div>
  );
}
