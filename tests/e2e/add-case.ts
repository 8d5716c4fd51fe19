import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, hydrated } from "./page.ts";
import { signIn } from "./people.ts";

/** A JPEG that is like no other picture of the site; of quality 100 it takes about a third of a byte a pixel. */
export async function noise(width: number, height: number, quality = 80): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: 64 * 48 * 3 }, () => Math.floor(Math.random() * 256)));
  const image = sharp(raw, { raw: { width: 64, height: 48, channels: 3 } });
  return image.resize(width, height, { kernel: "cubic" }).jpeg({ quality }).toBuffer();
}

/** Signs the sample's technician in and adds a case; the page is then that of the case, and takes pictures. */
export async function addCase(page: Page, title: string): Promise<void> {
  await page.goto("/studio/portfolio");
  await signIn(page, { email: "technician@sample.hairline", password: "hairline-sample-2026" });
  await page.getByRole("link", { name: "Add a case" }).click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Treatment", { exact: true }).selectOption("crown");
  await page.getByLabel("What the client came with").selectOption("thinning");
  await page.getByLabel("Day of the last session").fill("2026-01-15");
  for (const group of [/same light/, /same angle/, /unedited/]) {
    await page.getByRole("group", { name: group }).getByLabel("Yes").check();
  }
  await page.getByRole("button", { name: "Save and add pictures" }).click();
  await expect(page.getByText("Still missing:")).toBeVisible();
  await hydrated(page);
}
