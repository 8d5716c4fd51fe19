/**
 * Answers not before so many milliseconds, so that the time an answer takes doesn't tell what was found on the way.
 * The work itself must be well under that.
 */
export async function noSoonerThan<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([
    work,
    new Promise<void>((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  ]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
