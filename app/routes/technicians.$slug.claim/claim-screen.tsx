import { KEEPS_ANOTHER, VERIFY_FIRST } from "#app/domain/technicians/claim-words.ts";
import { CLAIM_METHODS, CLAIM_WORDS, OBJECTION_DAYS } from "#app/domain/technicians/listing-claim.ts";
import type { ClaimMethod } from "#app/domain/technicians/listing-claim.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { EMPTY_REPLY } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { Choice, ChoiceGroup, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

type Listing = {
  slug: string;
  name: string;
  place: string;
  source: string | null;
  isKept: boolean;
  keepsAnother: boolean;
  domain: string | null;
};
type ClaimView = { isVerified: boolean; listing: Listing };

/** How somebody shows that a listing is theirs. */
export function ClaimScreen({ view: { isVerified, listing }, reply }: { view: ClaimView; reply: FormReply | null }) {
  const { slug, name, place, source, isKept, keepsAnother } = listing;
  return (
    <div className="page-narrow stack stack-wide claims">
      <header className="stack">
        <h1>{isKept ? `${name}: this is my studio` : `Claim ${name}`}</h1>
        <p className="lead">
          {[place === "" ? null : place, source === null ? null : `listed from ${source}`].filter(Boolean).join(" · ")}
        </p>
        <p>
          <a href={technicianPath(slug)}>See the listing</a>
        </p>
      </header>
      {isKept ? (
        <Notice tone="amber">
          {`Somebody keeps this profile already. If it is yours, prove it below: a moderator decides, after whoever keeps it was asked and had ${OBJECTION_DAYS} days to answer.`}
        </Notice>
      ) : null}
      {keepsAnother ? (
        <Notice tone="amber">{KEEPS_ANOTHER}</Notice>
      ) : isVerified ? (
        <ClaimForm listing={listing} reply={reply ?? EMPTY_REPLY} />
      ) : (
        <Notice tone="amber">
          <p>{VERIFY_FIRST}</p>
          <p>
            <a href="/account#address">Go to your account</a>
          </p>
        </Notice>
      )}
    </div>
  );
}

function ClaimForm({ listing: { domain }, reply: { values, errors } }: { listing: Listing; reply: FormReply }) {
  const methods = (Object.keys(CLAIM_METHODS) as ClaimMethod[]).filter(
    (method) => method !== "domain_email" || domain !== null,
  );
  const firstBad = ["statement", "method", "address", "document"].find((field) => errors[field] !== undefined);
  return (
    <form method="post" encType="multipart/form-data" className="stack stack-wide" noValidate>
      <FormErrors errors={errors} />
      <TextAreaField
        id="statement"
        name="statement"
        label="Who are you to this studio?"
        hint="For example its owner, or the technician who works there. Only moderators read this."
        rows={4}
        maxLength={CLAIM_WORDS.longest}
        required
        defaultValue={values["statement"] ?? ""}
        autoFocus={firstBad === "statement"}
        errors={errors["statement"] ?? []}
      />
      <ChoiceGroup label="How do you prove it?" errors={errors["method"] ?? []}>
        {methods.map((method, at) => (
          <Choice
            key={method}
            type="radio"
            id={at === 0 ? "method" : undefined}
            name="method"
            value={method}
            autoFocus={at === 0 && firstBad === "method"}
            defaultChecked={values["method"] === method}
            label={
              <>
                {CLAIM_METHODS[method].title}
                <span className="muted small claims-line">{CLAIM_METHODS[method].hint}</span>
              </>
            }
          />
        ))}
      </ChoiceGroup>
      {domain === null ? null : (
        <TextField
          id="address"
          name="address"
          type="email"
          label={`Address at ${domain}`}
          hint={`If you chose e-mail: a mailbox that ends in @${domain}.`}
          isOptional
          autoComplete="off"
          maxLength={254}
          defaultValue={values["address"] ?? ""}
          autoFocus={firstBad === "address"}
          errors={errors["address"] ?? []}
        />
      )}
      <TextField
        id="document"
        name="document"
        type="file"
        label="Document"
        isOptional
        accept="application/pdf,image/jpeg,image/png"
        hint="If you chose a document: PDF, JPEG or PNG, at most 10 MB. Cover what nobody needs to know. It is deleted 90 days after the decision, and you see who looked at it."
        autoFocus={firstBad === "document"}
        errors={errors["document"] ?? []}
      />
      <div>
        <Button>Send claim</Button>
      </div>
    </form>
  );
}
