import { hourField, STRETCHES, WEEKDAYS } from "#app/domain/technicians/opening-hours.ts";

type Props = { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string[]>> };

/** The week, two stretches a day. Nothing at all is not the same as closed. */
export function HoursFields({ values, errors }: Props) {
  return (
    <section className="stack" aria-labelledby="hours-title">
      <h2 id="hours-title">Your opening hours here</h2>
      <p className="muted">
        Your own hours, local time. A day left empty is shown as closed; leave all days empty if you would rather not
        say.
      </p>
      <div className="week">
        {WEEKDAYS.map((day, at) => (
          <fieldset key={day} className="week-day">
            <legend>{day}</legend>
            {STRETCHES.map((stretch, part) => (
              <span key={stretch} className="stretch">
                {(["from", "to"] as const).map((end) => {
                  const name = hourField(end, at + 1, stretch);
                  const label = `${day}, ${part === 0 ? "" : "after a break, "}${end === "from" ? "opens" : "closes"}`;
                  return (
                    <input
                      key={end}
                      id={name}
                      name={name}
                      className="input"
                      type="time"
                      aria-label={label}
                      aria-invalid={errors[name] ? true : undefined}
                      aria-describedby={errors[name] ? `${name}-error` : undefined}
                      defaultValue={values[name]}
                    />
                  );
                })}
              </span>
            ))}
            {STRETCHES.flatMap((stretch) =>
              (["from", "to"] as const).map((end) => {
                const name = hourField(end, at + 1, stretch);
                return errors[name] ? (
                  <div key={name} id={`${name}-error`} className="field-error">
                    {errors[name].join(" ")}
                  </div>
                ) : null;
              }),
            )}
          </fieldset>
        ))}
      </div>
    </section>
  );
}
