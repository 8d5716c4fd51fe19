/** The outcome of something that may be refused. Expected refusals are values with a reason; bugs are thrown. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; reason: R };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R>(reason: R): { ok: false; reason: R } {
  return { ok: false, reason };
}
