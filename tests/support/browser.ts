import { z } from "zod";
import { db } from "#app/platform/db.server.ts";
import { unseal } from "#app/platform/secret-box.server.ts";
import type { Reply, Site } from "./open-site.ts";

export type Browser = {
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>;
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Reply>;
  /** The value of a cookie that it keeps, or undefined. */
  cookie: (name: string) => string | undefined;
  setCookie: (name: string, value: string) => void;
};

/** Keeps cookies between requests, and sends forms as pages without JavaScript do. */
export function openBrowser(site: Site): Browser {
  const jar = new Map<string, string>();
  const header = () => (jar.size === 0 ? undefined : [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
  const keep = (reply: Reply): Reply => {
    for (const line of reply.headers["set-cookie"] ?? []) {
      const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split(/=(.*)/s);
      if (/;\s*Max-Age=0(;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return reply;
  };
  return {
    get: async (path, headers = {}) => keep(await site.ask(path, { cookie: header(), headers })),
    post: async (path, fields, headers = {}) =>
      keep(
        await site.ask(path, {
          method: "POST",
          cookie: header(),
          headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: site.origin, ...headers },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
    cookie: (name) => jar.get(name),
    setCookie: (name, value) => void jar.set(name, value),
  };
}

const mailSchema = z.object({
  subject: z.string(),
  paragraphs: z.array(z.string()),
  action: z.object({ path: z.string() }).optional(),
});
export type ReadMail = z.infer<typeof mailSchema>;

/** Mails to an address that wait to be sent, oldest first. */
export async function mailsTo(email: string): Promise<ReadMail[]> {
  const rows = await db().outgoingMail.findMany({ where: { toEmail: email }, orderBy: { id: "asc" } });
  return rows.flatMap(({ sealed }) => (sealed ? [mailSchema.parse(JSON.parse(unseal("mail", sealed)))] : []));
}

/** Where the newest mail to an address leads. */
export async function linkMailedTo(email: string): Promise<string> {
  const path = (await mailsTo(email)).at(-1)?.action?.path;
  if (path === undefined) throw new Error(`no link was mailed to ${email}`);
  return path;
}
