import { useRef } from "react";
import type { ReviewFormView } from "#app/domain/reviews/find-review-form.server.ts";
import { AttestationField, DisclosureFields } from "#app/routes/technicians.$slug.reviews.new/disclosure-fields.tsx";
import { SaveStatus, useDraftSaver } from "#app/routes/technicians.$slug.reviews.new/draft-saver.tsx";
import type { ReviewFormReply } from "#app/routes/technicians.$slug.reviews.new/form-reply.ts";
import type { FormState } from "#app/routes/technicians.$slug.reviews.new/form-values.ts";
import { PhotoFields } from "#app/routes/technicians.$slug.reviews.new/photo-fields.tsx";
import { ProofFields } from "#app/routes/technicians.$slug.reviews.new/proof-fields.tsx";
import {
  OverallRating,
  PlainAnswers,
  SubRatingFields,
} from "#app/routes/technicians.$slug.reviews.new/rating-fields.tsx";
import { HealthFields, TreatmentFields, WordFields } from "#app/routes/technicians.$slug.reviews.new/visit-fields.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";

export type ReviewFormProps = {
  view: ReviewFormView;
  reply: ReviewFormReply | null;
  isJustSaved: boolean;
  formPath: string;
  today: string;
  currencies: readonly string[];
};

/** The review form: a plain form that works by itself; with JavaScript it is kept as a draft while somebody writes. */
export function ReviewForm({ view, reply, isJustSaved, formPath, today, currencies }: ReviewFormProps) {
  const { technician, review } = view;
  const formRef = useRef<HTMLFormElement>(null);
  const known = reply?.version ?? review?.version ?? null;
  const { state, version, overwrite } = useDraftSaver(formRef, known === null ? "" : String(known));
  const errors = reply?.errors ?? {};
  const form: FormState = { values: reply?.values ?? view.values, errors, firstBad: Object.keys(errors)[0] ?? null };
  return (
    <form
      ref={formRef}
      className="review-form stack stack-wide"
      method="post"
      action={formPath}
      encType="multipart/form-data"
      noValidate
    >
      {/* The first button is what the Enter key presses: it only saves. */}
      <button name="intent" value="save" hidden />
      <input type="hidden" name="version" value={version} readOnly />
      {reply?.notice ? (
        <Notice tone="red" isNews>
          <p>{reply.notice.text}</p>
          {reply.notice.link ? <a href={reply.notice.link.href}>{reply.notice.link.label}</a> : null}
        </Notice>
      ) : null}
      <FormErrors errors={errors} />
      {isJustSaved ? (
        <Notice isNews>Your draft is saved. You can close this page and go on later, on any device.</Notice>
      ) : null}
      <OverallRating form={form} />
      <SubRatingFields form={form} />
      <PlainAnswers form={form} technicianName={technician.name} />
      <TreatmentFields form={form} today={today} currencies={currencies} />
      <WordFields form={form} />
      <PhotoFields form={form} photos={view.photos} reviewId={review?.id ?? null} />
      <HealthFields form={form} />
      <DisclosureFields form={form} technicianName={technician.name} />
      <ProofFields form={form} proof={view.proof} />
      <AttestationField form={form} />
      <div className="review-form-end stack stack-tight">
        <div className="row">
          <Button name="intent" value="submit">
            Submit review
          </Button>
          <Button look="quiet" name="intent" value="save">
            Save draft
          </Button>
        </div>
        <SaveStatus state={state} formPath={formPath} onOverwrite={overwrite} />
      </div>
    </form>
  );
}
