import type { Page } from "@playwright/test";
import { expect, firstProfiles } from "./page.ts";

export const REVIEW_TEXT =
  "Three sessions in a clean room. We agreed on a soft hairline, and after two months it looks just like that.";

/** Fills in what a review can't be sent without. */
export async function fillReview(
  page: Page,
  { title, text = REVIEW_TEXT }: { title: string; text?: string },
): Promise<void> {
  await page.getByRole("group", { name: "Overall rating" }).getByLabel(/^4 - /).check();
  await page.getByLabel("Treatment", { exact: true }).selectOption("hairline");
  await page.getByLabel("Date of your last session").fill("2026-02-03");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel(/What happened/).fill(text);
  await page.getByLabel("No, we only know each other from the treatment").check();
  await page
    .getByRole("group", { name: /Did you get anything/ })
    .getByLabel("No")
    .check();
  await page.getByRole("group", { name: "Your statement" }).getByRole("checkbox").check();
}

/** Sends a review of one of the sample technicians as whoever is signed in; returns where things are. */
export async function sendReview(
  page: Page,
  technician: number,
  title: string,
): Promise<{ profile: string; own: string; id: string }> {
  const profile = (await firstProfiles(page, technician + 1)).at(technician) ?? "";
  await page.goto(profile);
  await page.getByRole("link", { name: "Write a review" }).first().click();
  await fillReview(page, { title });
  await page.getByRole("button", { name: "Submit review" }).click();
  await expect(page).toHaveURL(/\/account\/reviews\/[0-9a-f-]{36}/);
  const own = new URL(page.url()).pathname;
  return { profile, own, id: own.split("/").at(-1) ?? "" };
}
