import type { Prisma } from "#app/platform/generated/prisma/client.ts";
import type { EnquiryStatus } from "#app/platform/generated/prisma/enums.ts";
import { SAMPLE_CLIENT_ID, SAMPLE_TECHNICIAN_ID } from "./accounts.ts";
import { COUNTRY_FACTS } from "./countries.ts";
import { addDays, startOfDay } from "./days.ts";
import { numberWord, phrase } from "./phrase.ts";
import { CONCERNS_OF } from "./plan-technicians.ts";
import type { TechnicianPlan } from "./plan-technicians.ts";
import { makeRandom, sampleId } from "./random.ts";
import type { Random } from "./random.ts";
import { CLIENT_REPLIES, DECLINES, FIRST_ANSWERS, QUESTIONS, WISHES } from "./texts/enquiries.ts";

export type Enquiries = {
  briefs: Prisma.BriefCreateManyInput[];
  enquiries: Prisma.EnquiryCreateManyInput[];
  recipients: Prisma.EnquiryRecipientCreateManyInput[];
  messages: Prisma.EnquiryMessageCreateManyInput[];
  times: Prisma.ProposedTimeCreateManyInput[];
};

const hourOf = (day: Date, hour: number): Date => new Date(day.getTime() + hour * 3_600_000);

const ALL_STATUSES: readonly EnquiryStatus[] = [
  "sent",
  "answered",
  "consultation_booked",
  "treated",
  "declined",
  "closed",
  "withdrawn",
];
const VERSIONS: Record<EnquiryStatus, number> = {
  sent: 1,
  answered: 2,
  consultation_booked: 3,
  treated: 4,
  declined: 2,
  closed: 3,
  withdrawn: 2,
};

type Asked = { plan: TechnicianPlan; status: EnquiryStatus };

function addEnquiry(
  rows: Enquiries,
  key: string,
  authorId: string,
  asked: readonly Asked[],
  daysAgo: number,
  today: Date,
  random: Random,
): void {
  const first = asked[0];
  if (!first) return;
  const createdAt = addDays(today, -daysAgo + random.next() * 0.6);
  const briefId = sampleId("brief", key);
  const treatment = random.pick(first.plan.treatments);
  const facts = { age: String(random.int(27, 60)), years: numberWord(random.int(2, 7)) };
  rows.briefs.push({
    id: briefId,
    authorId,
    concern: random.weighted(CONCERNS_OF[treatment]),
    scale: "none",
    skinType: random.pick(first.plan.skinTypes),
    hairlineStyle: random.pick(["soft and broken", "as it was at thirty", null, "no new line, only density"]),
    wishes: phrase(random.pick(WISHES), facts, random),
    budgetFrom: random.chance(0.6) ? random.int(4, 9) * 10_000 : null,
    budgetTo: random.int(10, 24) * 10_000,
    currency: COUNTRY_FACTS[first.plan.city.country].currency,
    preferredDates: random.pick(["weekdays", "Saturdays", "any day after 4 pm", null]),
    questions: random.sample(QUESTIONS, random.int(0, 3)),
    createdAt,
    updatedAt: createdAt,
  });
  const enquiryId = sampleId("enquiry", key);
  rows.enquiries.push({ id: enquiryId, authorId, briefId, createdAt });
  asked.forEach(({ plan, status }, index) => {
    const id = sampleId("recipient", key, index);
    const answers = status !== "sent" && status !== "withdrawn";
    const answeredAt = answers ? addDays(createdAt, 0.1 + random.next() * Math.min(4, daysAgo * 0.6)) : null;
    const treatedOn =
      status === "treated" ? startOfDay(addDays(createdAt, Math.min(daysAgo - 2, random.int(25, 70)))) : null;
    rows.recipients.push({
      id,
      enquiryId,
      technicianId: plan.id,
      slot: index + 1,
      status,
      version: VERSIONS[status],
      answeredAt,
      treatedOn,
      bookedFor: status === "consultation_booked" ? hourOf(addDays(today, random.int(2, 12)), 10 + index) : null,
      // What came lately is not opened yet.
      readAt: daysAgo > 20 ? addDays(today, -2) : answeredAt,
      createdAt,
    });
    if (status === "answered" || status === "consultation_booked") {
      for (const ahead of [3, 5]) {
        rows.times.push({
          id: sampleId("time", id, ahead),
          recipientId: id,
          startsAt: hourOf(addDays(today, ahead), 14),
          minutes: 30,
          createdAt: answeredAt ?? createdAt,
        });
      }
    }
    if (!answeredAt) return;
    rows.messages.push({
      id: sampleId("message", id, 0),
      recipientId: id,
      authorId: plan.ownerId,
      text: phrase(random.pick(status === "declined" ? DECLINES : FIRST_ANSWERS), {}, random),
      createdAt: answeredAt,
    });
    if (status === "declined" || status === "answered") return;
    rows.messages.push({
      id: sampleId("message", id, 1),
      recipientId: id,
      authorId,
      text: phrase(random.pick(CLIENT_REPLIES), {}, random),
      createdAt: addDays(answeredAt, 0.05 + random.next() * Math.min(2, daysAgo * 0.3)),
    });
  });
}

/** Enquiries in every state: some of the sample client, some to the sample technician, some between others. */
export function makeEnquiries(plans: readonly TechnicianPlan[], authorIds: readonly string[], today: Date): Enquiries {
  const random = makeRandom("enquiries");
  const rows: Enquiries = { briefs: [], enquiries: [], recipients: [], messages: [], times: [] };
  const open = plans.filter((plan) => plan.status === "published" && plan.ownerId !== SAMPLE_TECHNICIAN_ID);
  const own = plans.find((plan) => plan.ownerId === SAMPLE_TECHNICIAN_ID);
  if (!own) throw new Error("The sample technician is missing");
  const british = random.sample(
    open.filter((plan) => plan.city.country === "GB"),
    3,
  );
  const [near, far, last] = british;
  if (near && far && last) {
    addEnquiry(
      rows,
      "client-1",
      SAMPLE_CLIENT_ID,
      [
        { plan: own, status: "consultation_booked" },
        { plan: near, status: "answered" },
        { plan: far, status: "declined" },
      ],
      9,
      today,
      random,
    );
    addEnquiry(rows, "client-2", SAMPLE_CLIENT_ID, [{ plan: last, status: "treated" }], 160, today, random);
    addEnquiry(rows, "client-3", SAMPLE_CLIENT_ID, [{ plan: near, status: "sent" }], 1, today, random);
  }
  const writers = random.sample(authorIds, 90);
  writers.forEach((authorId, index) => {
    if (index < 12) {
      const status = ALL_STATUSES[index % ALL_STATUSES.length] ?? "sent";
      addEnquiry(
        rows,
        `own-${index}`,
        authorId,
        [{ plan: own, status }],
        status === "sent" ? index / 4 + 1 : 10 + index * 11,
        today,
        random,
      );
      return;
    }
    const asked = random
      .sample(
        open,
        random.weighted([
          [1, 60],
          [2, 25],
          [3, 15],
        ]),
      )
      .map((plan) => ({
        plan,
        status: random.weighted<EnquiryStatus>([
          ["sent", 15],
          ["answered", 25],
          ["consultation_booked", 20],
          ["treated", 18],
          ["declined", 8],
          ["closed", 10],
          ["withdrawn", 4],
        ]),
      }));
    addEnquiry(rows, `other-${index}`, authorId, asked, random.int(5, 240), today, random);
  });
  return rows;
}
