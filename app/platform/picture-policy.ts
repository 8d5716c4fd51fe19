/**
 * The content security policy of a picture that we draw as text (SVG) and other sites show. Its colours are a style sheet
 * of its own; opened as a page it can do nothing, and nothing can be loaded into it. It takes the place of the pages'
 * policy, which allows no style sheet inside of an answer.
 */
export const PICTURE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
