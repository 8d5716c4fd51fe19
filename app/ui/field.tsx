import { useId } from "react";
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";

export type FieldWords = {
  label: string;
  /** What to know before answering. */
  hint?: ReactNode;
  /** What is wrong, one sentence each. */
  errors?: readonly string[];
  /** Added to the label of what may be left empty. */
  isOptional?: boolean;
};

/** The attributes that tie a control to its label, hint and errors. */
export type Wiring = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** A labelled control of any kind; the control is given the attributes that wire it to the words around it. */
function Field({
  label,
  hint,
  errors = [],
  isOptional = false,
  id,
  children,
}: FieldWords & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const madeUp = useId();
  const own = id ?? madeUp;
  const hintId = hint ? `${own}-hint` : "";
  const errorId = errors.length > 0 ? `${own}-error` : "";
  return (
    <div className="field">
      <label htmlFor={own}>
        {label}
        {isOptional ? <span className="muted"> (optional)</span> : null}
      </label>
      {hint ? (
        <div className="field-hint" id={hintId}>
          {hint}
        </div>
      ) : null}
      {children({
        id: own,
        "aria-describedby": `${hintId} ${errorId}`.trim() || undefined,
        "aria-invalid": errorId ? true : undefined,
      })}
      {errorId ? (
        <div className="field-error" id={errorId}>
          {errors.join(" ")}
        </div>
      ) : null}
    </div>
  );
}

type Without<T> = Omit<T, "id" | "className" | "children"> & { id?: string };

export function TextField({
  label,
  hint,
  errors,
  isOptional,
  id,
  ...rest
}: FieldWords & Without<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ label, hint, errors, isOptional, id }}>
      {(wiring) => <input className="input" type="text" {...rest} {...wiring} />}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  errors,
  isOptional,
  id,
  ...rest
}: FieldWords & Without<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, hint, errors, isOptional, id }}>
      {(wiring) => <textarea className="input" {...rest} {...wiring} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  errors,
  isOptional,
  id,
  children,
  ...rest
}: FieldWords & Without<SelectHTMLAttributes<HTMLSelectElement>> & { children: ReactNode }) {
  return (
    <Field {...{ label, hint, errors, isOptional, id }}>
      {(wiring) => (
        <select className="input" {...rest} {...wiring}>
          {children}
        </select>
      )}
    </Field>
  );
}

/** Several choices under one question; the choices are `Choice`s. */
export function ChoiceGroup({ label, hint, errors = [], children }: FieldWords & { children: ReactNode }) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""].join(" ").trim();
  return (
    <fieldset className="field" aria-describedby={describedBy || undefined}>
      <legend className="field-label">{label}</legend>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {children}
      {errors.length > 0 ? (
        <div className="field-error" id={`${id}-error`}>
          {errors.join(" ")}
        </div>
      ) : null}
    </fieldset>
  );
}

export function Choice({
  type,
  label,
  ...rest
}: { type: "checkbox" | "radio"; label: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "type">) {
  return (
    <label className="choice">
      <input type={type} {...rest} />
      <span>{label}</span>
    </label>
  );
}
