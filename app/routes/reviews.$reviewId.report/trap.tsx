import { TRAP_FIELD } from "#app/domain/moderation/report.ts";

/** A field that nobody sees or reaches: what fills it in is a program, and is refused. */
export function Trap() {
  return (
    <div hidden>
      <label htmlFor={TRAP_FIELD}>Leave this empty</label>
      <input id={TRAP_FIELD} name={TRAP_FIELD} tabIndex={-1} autoComplete="off" />
    </div>
  );
}
