/** What a section holds, as its revisions keep it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One fact of a section in words. Several lines break at line ends. */
export type ContentLine = { label: string; words: string };

/** A fact that is not the same on two sides. */
export type Difference = { label: string; before: string; after: string };
