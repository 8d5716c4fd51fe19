/** What the fields hold, what is wrong with them, and which comes first: what every part of the form is given. */
export type FormState = {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, readonly string[]>>;
  /** The first field with an error: it takes the focus when the form comes back. */
  firstBad: string | null;
};

/** The attributes of a text field or a list to choose from. */
export function fieldOf({ values, errors, firstBad }: FormState, name: string) {
  return {
    id: name,
    name,
    defaultValue: values[name] ?? "",
    errors: errors[name] ?? [],
    autoFocus: firstBad === name,
  };
}

/** The attributes of one choice; the first of a group carries the field's id, so that an error can lead there. */
export function choiceOf({ values, firstBad }: FormState, name: string, value: string, isFirst = false) {
  return {
    name,
    value,
    id: isFirst ? name : undefined,
    defaultChecked: (values[name] ?? "") === value,
    autoFocus: isFirst && firstBad === name,
  };
}
