import { checkNewestAudit } from "#app/platform/check-audit.server.ts";
import { createMailSender } from "#app/platform/send-mails.server.ts";
import type { Job } from "#app/server/clock.ts";

/** Everything that the clock does, each on its own. A job's turn may come late or twice: it must stand both. */
export const JOBS: readonly Job[] = [
  { name: "send mails", everySeconds: 2, run: createMailSender() },
  { name: "check the audit record", everySeconds: 86_400, run: checkNewestAudit },
];
