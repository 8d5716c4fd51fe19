import { Notice } from "#app/ui/notice.tsx";

/**
 * What is wrong with a form that came back, above it: each line leads to its field, whose id is its name. Errors of no
 * single field stand under "form". Nothing when there is no error.
 */
export function FormErrors({ errors }: { errors: Readonly<Record<string, readonly string[]>> }) {
  const lines = Object.entries(errors).flatMap(([name, messages]) => messages.map((message) => ({ name, message })));
  if (lines.length === 0) return null;
  return (
    <Notice tone="red" isNews>
      <ul className="plain-list stack stack-tight">
        {lines.map(({ name, message }) => (
          <li key={`${name} ${message}`}>{name === "form" ? message : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </Notice>
  );
}
