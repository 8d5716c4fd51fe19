import { expect, expectAccessible, test } from "./page.ts";
import { signIn } from "./people.ts";

test.use({ viewport: { width: 390, height: 844 } });

test("evidence is handed in by its regime, a bad file costs nothing that was typed, and it can be given up", async ({
  page,
}) => {
  await page.goto("/studio/criteria");
  await signIn(page, { email: "technician@sample.hairline", password: "hairline-sample-2026" });
  await expect(page.getByRole("heading", { name: "Criteria and evidence" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add an authorisation" }).click();
  await page.getByLabel("Somewhere else").selectOption("us-ca");
  await page.getByRole("button", { name: "Continue with this place" }).click();
  await expect(page.getByRole("heading", { name: /California/ })).toBeVisible();
  await expectAccessible(page);

  const authority = `County of Sample ${Date.now()}`;
  await page.getByLabel("Issued by").fill(authority);
  await page.getByLabel("Number").fill("CA-1234");
  await page.getByLabel("Issued on").fill("2026-06-01");
  await page.getByLabel("File").setInputFiles({
    name: "licence.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByRole("button", { name: "Submit for checking" }).click();
  await expect(page.getByLabel("File")).toHaveAccessibleDescription(/PDF, JPEG or PNG/);
  await expect(page.getByLabel("Issued by")).toHaveValue(authority);
  // The usual end under this regime.
  await expect(page.getByLabel("Expires on")).toHaveValue("2027-06-01");

  await page.getByLabel("File").setInputFiles({
    name: "licence.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\nlicence\n%%EOF"),
  });
  await page.getByRole("button", { name: "Submit for checking" }).click();
  await expect(page.getByText(/^Submitted for checking\./)).toBeVisible();
  await expect(page.getByText("Being checked", { exact: true })).toBeVisible();
  await expect(page.getByText("Nobody but you has looked at it.")).toBeVisible();
  await expectAccessible(page);

  await page.getByText("Give it up", { exact: true }).first().click();
  await page.getByRole("button", { name: "Give it up" }).click();
  await expect(page.getByText("Taken off your profile.")).toBeVisible();
});
