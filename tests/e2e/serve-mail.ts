import { rmSync } from "node:fs";
import { startMailServer } from "../support/mail-server.ts";
import { MAIL_FOLDER } from "./mail-folder.ts";

/** The mail server of the browser tests: receives what the site sends, for the tests to read. */
rmSync(MAIL_FOLDER, { recursive: true, force: true });
const server = await startMailServer({ port: Number(process.env["MAIL_PORT"]), folder: MAIL_FOLDER });
process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
