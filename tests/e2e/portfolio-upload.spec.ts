import { writeFile } from "node:fs/promises";
import type { Page, Request } from "@playwright/test";
import { addCase, noise } from "./add-case.ts";
import { expect, hydrated, test } from "./page.ts";

test.use({ viewport: { width: 390, height: 844 } });

/** Where the piece in a request begins; null for the other requests of an upload. */
function offsetOf(request: Request): number | null {
  const body = request.postDataBuffer()?.toString("latin1") ?? "";
  const found = /name="offset"\r\n\r\n(\d+)/.exec(body)?.[1];
  return found === undefined ? null : Number(found);
}

/** Lets pieces through or not, and notes where each of them begins. */
async function watchPieces(page: Page, isLetThrough: (offset: number) => boolean): Promise<number[]> {
  const offsets: number[] = [];
  await page.unrouteAll();
  await page.route("**/studio/portfolio/uploads*", async (route) => {
    const offset = offsetOf(route.request());
    if (offset !== null) offsets.push(offset);
    await (offset === null || isLetThrough(offset) ? route.continue() : route.abort("connectionreset"));
  });
  return offsets;
}

test("a picture goes on where the connection broke, also after the page was left, and one is cancelled", async ({
  page,
}, testInfo) => {
  test.slow();
  const file = testInfo.outputPath("crown.jpg");
  const bytes = await noise(2400, 1800, 100);
  await writeFile(file, bytes);
  await addCase(page, "Sent in pieces");
  const form = page.getByRole("form", { name: "Add pictures" });
  const choose = async () => {
    await form.getByLabel("Before the treatment").check();
    await form.getByLabel("Choose pictures").setInputFiles(file);
  };

  // The first piece arrives, then nothing gets through.
  const first = await watchPieces(page, (offset) => offset === 0);
  await choose();
  await expect(page.getByText("Waiting for the connection")).toBeVisible();
  expect(first[0]).toBe(0);
  const [, kept = 0] = first;
  expect(kept).toBeGreaterThan(0);
  await page.reload();
  await hydrated(page);
  await expect(page.getByText(/1 picture was not sent to the end/)).toBeVisible();

  // The same file again: nothing that arrived is sent twice, and one more break costs one piece.
  let hasBroken = false;
  const second = await watchPieces(page, () => {
    const isFirst = !hasBroken;
    hasBroken = true;
    return !isFirst;
  });
  await choose();
  await expect(page.getByRole("img", { name: "Picture 1" })).toBeVisible({ timeout: 20_000 });
  expect(second[0]).toBe(kept);
  expect(Math.min(...second)).toBe(kept);
  await expect(page.getByText("not sent to the end")).toHaveCount(0);

  const other = testInfo.outputPath("other.jpg");
  await writeFile(other, await noise(2400, 1800, 100));
  await watchPieces(page, (offset) => offset === 0);
  await form.getByLabel("Choose pictures").setInputFiles(other);
  await expect(page.getByText("Waiting for the connection")).toBeVisible();
  await page.getByRole("button", { name: "Cancel other.jpg" }).click();
  await expect(page.getByText("other.jpg: Cancelled.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("img", { name: "Picture 1" })).toBeVisible();
  await expect(page.getByText("not sent to the end")).toHaveCount(0);
});
