/** Characters of a technician's reply; the database holds the same upper bound. */
export const MOST_REPLY = 3_000;
export const LEAST_REPLY = 10;
