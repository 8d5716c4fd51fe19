/** The grid over a picture whose cells can be covered. */
export const COVER_COLUMNS = 8;
export const COVER_ROWS = 8;
/** How much of each edge can be cut off, in per cent; what is left is a picture in any case. */
export const CUT_STEPS = [0, 5, 10, 15, 20, 25, 30, 40] as const;
