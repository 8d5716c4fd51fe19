import type { Page } from "@playwright/test";
import { expect, expectAccessible } from "./page.ts";

/** The page that is open, light and dark, narrow and wide: nothing that axe finds, no sideways scrolling, down to 320 px. */
export async function expectFit(page: Page): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      expect(await overflow(), `${page.url()} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(), `${page.url()} at 320 px`).toBeLessThanOrEqual(0);
}
