import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./page.ts";

type Dress = { colorScheme: "light" | "dark"; width: number };

const PHONE_BY_DAY: Dress = { colorScheme: "light", width: 390 };
const DESK_BY_NIGHT: Dress = { colorScheme: "dark", width: 1280 };
/** For pages that everybody sees. */
export const EVERY_DRESS: readonly Dress[] = [
  PHONE_BY_DAY,
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 390 },
  DESK_BY_NIGHT,
];
/** Both lights and both widths once, for the many pages behind a sign-in. */
export const TWO_DRESSES: readonly Dress[] = [PHONE_BY_DAY, DESK_BY_NIGHT];

/** The page that is open, in each dress: nothing that axe finds, and no sideways scrolling, down to 320 px. */
export async function expectFit(page: Page, dresses: readonly Dress[]): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  for (const { colorScheme, width } of dresses) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
    expect(await overflow(), `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(), `${page.url()} at 320 px`).toBeLessThanOrEqual(0);
}
