import { useId } from "react";
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from "react";

export type FieldWords = {
  label: string;
  /** What to know before answering. */
  hint?: ReactNode;
  /** What is wrong, one sentence each; conform's lists fit as they are. */
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
