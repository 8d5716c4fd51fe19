import { expect, test } from "./page.ts";

test("a press at the moment when React takes the page over is no error", async ({ page }) => {
  await page.addInitScript(() => {
    const add = EventTarget.prototype.addEventListener;
    let isPressed = false;
    EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
      add.apply(this, args);
      // React listens to the document from here on.
      if (this !== document || args[0] !== "click" || isPressed) return;
      isPressed = true;
      queueMicrotask(() => {
        document.body.dataset["pressed"] = "early";
        document.body.click();
      });
    };
  });
  await page.goto("/technicians");
  await expect(page.locator("body")).toHaveAttribute("data-pressed", "early");
  await page.getByRole("combobox").first().fill("Man");
  await expect(page.getByRole("option").first()).toBeVisible();
});
