import path from "node:path";

/** Where the mail server of the browser tests keeps what it received. */
export const MAIL_FOLDER = path.resolve(".data/e2e-mail");
