import { TextField } from "#app/ui/field.tsx";

/** The password that somebody has now: browsers offer it by itself, and it never comes back with the page. */
export function OwnPasswordField({
  id = "password",
  label = "Password",
  ...rest
}: {
  id?: string;
  label?: string;
  autoFocus?: boolean;
  errors: readonly string[] | undefined;
}) {
  return (
    <TextField id={id} name={id} type="password" label={label} autoComplete="current-password" required {...rest} />
  );
}
