import type { ProofSoFar } from "#app/domain/reviews/find-review-form.server.ts";
import { fieldOf } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import type { FormState } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** How the visit can be supported: by a code, by an enquiry that was made here, by a document, or not at all. */
export function ProofFields({ form, proof }: { form: FormState; proof: ProofSoFar }) {
  const isConfirmed = proof.hasEnquiry || proof.hasCode;
  return (
    <fieldset className="card stack">
      <legend className="sr-only">Proof of your visit</legend>
      <h2>
        Proof of your visit <span className="muted">(optional)</span>
      </h2>
      <p className="field-hint">
        {"Your review appears without proof, too. With proof it says so and counts for more when sorting: "}
        <a href="/policies/reviews#proof">what the labels mean</a>.
      </p>
      {isConfirmed ? (
        <p>
          {proof.hasEnquiry
            ? "Your enquiry on Hairline led to this treatment. Your visit counts as confirmed; there is nothing more to do."
            : "Your visit code was accepted. Your visit counts as confirmed."}
        </p>
      ) : (
        <>
          <TextField
            label="Visit code"
            isOptional
            hint="Technicians must offer one to every client: three groups of four, such as 7KQM-X2FD-94TR. The code itself is never shown."
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            {...fieldOf(form, "visitCode")}
          />
          <DocumentField form={form} document={proof.document} />
        </>
      )}
    </fieldset>
  );
}

function DocumentField({ form, document }: { form: FormState; document: ProofSoFar["document"] }) {
  return (
    <>
      {document === null ? null : (
        <div className="row">
          <span>{`A document (${document.mediaType === "application/pdf" ? "PDF" : "picture"}) is with your review.`}</span>
          {document.isChecked ? null : (
            <Button look="quiet" name="intent" value="remove_document">
              Remove the document
            </Button>
          )}
        </div>
      )}
      {document?.isChecked ? null : (
        <TextField
          label={document === null ? "A receipt, a booking or something like it" : "Another document in its place"}
          isOptional
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          hint="PDF, JPEG or PNG, at most 10 MB. Only moderators see it. It is deleted 30 days after the decision, or six months after a refusal, for as long as you can appeal. Cover what nobody needs to know."
          id="document"
          name="document"
          errors={form.errors["document"]}
        />
      )}
    </>
  );
}
