/*
 * Bounds that forms show and schemas check; the database has them too. Apart from the schemas, so that a screen that
 * says one doesn't bring the whole validator along.
 */
export const LONGEST_EMAIL = 254;
export const LONGEST_NAME = 60;
