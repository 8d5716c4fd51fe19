import { expect } from "./page.ts";
import { test } from "./moderators.ts";
import { newPerson, signIn, signUp } from "./people.ts";
import { fillReview } from "./write-review.ts";

test("a visit code from the technician makes a review confirmed, once", async ({ page, browser, baseURL, desk }) => {
  const studio = await (await browser.newContext({ baseURL })).newPage();
  await studio.goto("/studio/invitations");
  await signIn(studio, { email: "technician@sample.hairline", password: "hairline-sample-2026" });
  await studio.getByLabel("How many").fill("1");
  await studio.getByRole("button", { name: "Make visit codes" }).click();
  const code = await studio.getByRole("region", { name: "Your new code" }).getByRole("code").innerText();
  await studio.goto("/studio/reviews");
  const profile = await studio.getByRole("link", { name: "See them as readers do" }).getAttribute("href");

  const client = newPerson("Jules");
  await signUp(page, client);
  await page.goto(`${profile ?? ""}/new`);
  const title = `With a code ${client.name}`;
  await fillReview(page, { title });
  await page.getByLabel("Visit code").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Submit review" }).click();
  await expect(page).toHaveURL(/\/account\/reviews\//);
  await desk.page.goto(`/moderation/reviews/${page.url().split("/").at(-1)?.split("?")[0] ?? ""}`);
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await page.goto(profile ?? "");
  await expect(page.getByRole("article", { name: title })).toContainText("Visit confirmed");

  const other = newPerson("Kim");
  const second = await (await browser.newContext({ baseURL })).newPage();
  await signUp(second, other);
  await second.goto(`${profile ?? ""}/new`);
  await fillReview(second, { title: "With the same code" });
  await second.getByLabel("Visit code").fill(code);
  await second.getByRole("button", { name: "Submit review" }).click();
  await expect(second.getByLabel("Visit code")).toHaveAccessibleDescription(/code/i);
  await expect(second.getByLabel("Title")).toHaveValue("With the same code");
});
