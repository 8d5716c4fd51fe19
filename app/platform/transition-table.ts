/** What each event makes of each state; what is not in the table is not possible. */
type Table<S extends string, E extends string> = Record<S, Partial<Record<E, S>>>;

/** Reads a table of states in the two ways that use cases ask it. */
export function transitions<S extends string, E extends string>(statuses: readonly S[], table: Table<S, E>) {
  return {
    /** What an event makes of a state, or null where the event is not possible in it. */
    next: (status: S, event: E): S | null => table[status][event] ?? null,
    /** The states that an event is possible in: for the `where` of a compare-and-swap. */
    before: (event: E): S[] => statuses.filter((status) => table[status][event] !== undefined),
  };
}
