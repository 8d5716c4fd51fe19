import { expect, it } from "vitest";
import { noticeStage } from "#app/domain/moderation/notice-stage.ts";
import type { NoticeClock } from "#app/domain/moderation/notice-stage.ts";

const at = (text: string) => new Date(text);
const NEW: NoticeClock = {
  forwardBy: at("2026-06-03T10:00:00Z"),
  forwardedAt: null,
  answerBy: null,
  answer: null,
  actBy: null,
  actedAt: null,
};
const SENT: NoticeClock = { ...NEW, forwardedAt: at("2026-06-01T11:00:00Z"), answerBy: at("2026-06-06T23:00:00Z") };
const UNANSWERED: NoticeClock = { ...SENT, actBy: at("2026-06-09T23:00:00Z") };

it.each([
  ["new", NEW, "2026-06-03T10:00:00Z", "to_forward", false],
  ["not sent after 48 hours", NEW, "2026-06-03T10:00:01Z", "to_forward", true],
  ["sent", SENT, "2026-06-06T23:00:00Z", "waiting", false],
  ["without an answer in time, before the clock saw it", SENT, "2026-06-06T23:00:01Z", "waiting", true],
  ["unanswered", UNANSWERED, "2026-06-09T23:00:00Z", "to_act", false],
  ["unanswered and not acted on", UNANSWERED, "2026-06-09T23:00:01Z", "to_act", true],
  ["done", { ...UNANSWERED, actedAt: at("2026-06-08T10:00:00Z") }, "2030-01-01T00:00:00Z", "done", false],
] as const)("a notice that is %s", (_, notice, now, stage, isOverdue) => {
  expect(noticeStage(notice, at(now))).toMatchObject({ stage, isOverdue });
});
