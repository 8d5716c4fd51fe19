import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appealAuthorMail } from "#app/domain/moderation/appeal-mails.ts";
import { authorMail, replyMail, technicianMail } from "#app/domain/moderation/decision-mails.ts";
import { itemPath } from "#app/domain/moderation/queue.ts";
import { noticeForAuthorMail, reportDecidedMail, reportReceivedMail } from "#app/domain/moderation/report-mails.ts";
import { followUpInviteMail } from "#app/domain/reviews/follow-up-mails.ts";
import { reviewReceivedMail } from "#app/domain/reviews/review-mails.ts";
import { composeMail } from "#app/platform/compose-mail.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Mail } from "#app/platform/mail.ts";
import { technicianRow } from "../prisma/factories/technician-row.ts";
import { OTHER_SLUG } from "./access/route-row.ts";
import type { Person } from "./access/route-row.ts";
import { ROUTES } from "./access/routes.ts";
import { expectHarmless, HOSTILE, PAYLOADS, SHORT_HOSTILE } from "./support/hostile-text.ts";
import { openSite } from "./support/open-site.ts";
import type { Site } from "./support/open-site.ts";
import { seedSite } from "./support/seed-site.ts";
import type { Seeded } from "./support/seed-site.ts";

let site: Site;
let seeded: Seeded;
beforeAll(async () => {
  seeded = await seedSite();
  await db().technician.createMany({ data: [technicianRow({ slug: OTHER_SLUG, name: "Bo Lind" })] });
  await putIntoEveryText();
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

/** Everything that people write with an account, to technicians, to moderators and as moderators. */
async function putIntoEveryText(): Promise<void> {
  const text = HOSTILE;
  await db().user.updateMany({ data: { displayName: SHORT_HOSTILE.slice(0, 60) } });
  await db().technician.updateMany({ data: { name: SHORT_HOSTILE } });
  await db().review.updateMany({ data: { title: SHORT_HOSTILE, text, incentiveNote: text, isIncentivised: true } });
  await db().reviewFollowUp.updateMany({ data: { text } });
  await db().reply.updateMany({ data: { text } });
  await db().photo.updateMany({ data: { caption: text } });
  await db().report.updateMany({ data: { explanation: text } });
  await db().appeal.updateMany({ data: { text } });
  await db().defamationNotice.updateMany({
    data: {
      complainantName: text,
      quotedWords: text,
      statement: text,
      meaning: text,
      authorContact: text,
      isIdentityShared: true,
    },
  });
  const { rejectedReview, pendingReview, answeredReview } = seeded.ids;
  // Decisions can't be changed: the latest is the one that is shown.
  await db().moderationDecision.createMany({
    data: [rejectedReview, answeredReview].map((subjectId) => ({
      subjectKind: "review",
      subjectId,
      subjectVersion: 9,
      fromState: "in_review",
      toState: subjectId === rejectedReview ? "rejected" : "published",
      reason: "too_little_detail",
      note: text,
    })),
  });
  await db().reviewRevision.createMany({
    data: [rejectedReview, pendingReview].map((reviewId) => ({ reviewId, version: 9, title: SHORT_HOSTILE, text })),
  });
  await db().reviewSignal.create({ data: { reviewId: pendingReview, kind: "near_identical", detail: text } });
}

function askAs(person: Person, address: string) {
  const cookie = person === "anonymous" ? undefined : `sid=${seeded.tokens[person]}`;
  return site.ask(address, { cookie });
}

describe("V-02 every page of the table shows stored text as text", () => {
  const readable = Object.entries(ROUTES).flatMap(([id, row]) => {
    const { reader = "moderator" } = row;
    return row.hasLoader && row.read[reader] === 200 ? [[id, reader, row.path] as const] : [];
  });

  test.each(readable)("%s as %s", async (_id, reader, path) => {
    const { status, headers, body } = await askAs(reader, path(seeded));
    expect(status).toBe(200);
    if (headers["content-type"]?.startsWith("text/html")) expectHarmless(body);
    // What is no page says so, so that no browser takes it for one.
    else expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  type Ids = Seeded["ids"];
  test.each<[string, Person, (ids: Ids) => string]>([
    ["the author's list of reviews", "client", () => "/account/reviews"],
    ["a draft", "client", ({ draftReview }) => `/account/reviews/${draftReview}`],
    ["a refusal with its note", "client", ({ rejectedReview }) => `/account/reviews/${rejectedReview}`],
    ["the technician's list of reviews", "technician", () => "/studio/reviews"],
    ["a review to decide", "moderator", ({ pendingReview }) => itemPath("review", pendingReview)],
    ["a follow-up to decide", "moderator", ({ pendingFollowUp }) => itemPath("follow_up", pendingFollowUp)],
    ["a reply to decide", "moderator", ({ answeredReview }) => itemPath("reply", answeredReview)],
    ["a report to decide", "moderator", ({ openReport }) => `/moderation/reports/${openReport}`],
    ["a notice of defamation", "moderator", ({ noticeReport }) => `/moderation/reports/${noticeReport}`],
    ["an appeal to decide", "moderator", ({ appeal }) => `/moderation/appeals/${appeal}`],
  ])("and it is really there, escaped: %s", async (_name, person, address) => {
    const { status, body } = await askAs(person, address(seeded.ids));
    expect(status).toBe(200);
    expectHarmless(body);
    expect(body.split("window.__remixContext")[0]).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});

describe("V-02 mails", () => {
  const name = SHORT_HOSTILE;
  const [reviewId, reportId, to] = ["review", "report", "reader@example.com"];
  const told = {
    kind: "review" as const,
    reviewId,
    occasion: "review:1",
    outcome: "rejected" as const,
    technicianName: `${name}\r\nBcc: everybody@example.com`,
    technicianSlug: "ada-stone",
    reason: "too_little_detail" as const,
  };
  const { technicianName, technicianSlug } = told;
  const mails: [string, Mail][] = Object.entries({
    "a decision": authorMail(to, told),
    "a decision for the technician": technicianMail(to, told, name),
    "a reply": replyMail(to, told),
    "an appeal": appealAuthorMail(to, {
      appealId: "1",
      reviewId,
      outcome: "upheld",
      reason: null,
      technicianName,
      technicianSlug,
    }),
    "a report received": reportReceivedMail({ reportId, to, path: "/reports/code", technicianName }),
    "a report decided": reportDecidedMail({ reportId, to, path: "/reports/code", technicianName, reason: null }),
    "a notice for its author": noticeForAuthorMail({ reportId, to, technicianName, answerBy: "Friday" }),
    "a follow-up": followUpInviteMail({ reviewId, month: 6, to, technicianName, stopPath: "/follow-ups/stop/x" }),
    "a review received": reviewReceivedMail({ reviewId, version: 1, to, technicianName }),
  });
  const sender = { id: "1", from: "hairline@example.com", origin: "https://hairline.example", at: new Date(0) };

  test.each(mails)("%s runs nothing, and says what it says to one reader", async (_name, mail) => {
    const letter = await composeMail({ ...mail, subject: `${mail.subject} ${technicianName}` }, sender);
    const { html = "", text = "", subject, to: readers, bcc } = await PostalMime.parse(letter?.message ?? "");
    for (const payload of PAYLOADS) expect(html).not.toContain(payload);
    expect(html).not.toMatch(/<(script|img|svg|iframe|form)\b/i);
    expect([readers?.map(({ address }) => address), bcc]).toEqual([[to], undefined]);
    expect(subject).toContain(`${name} Bcc: everybody@example.com`);
    if (JSON.stringify(mail.paragraphs).includes("script")) expect(text).toContain(name);
  });
});
