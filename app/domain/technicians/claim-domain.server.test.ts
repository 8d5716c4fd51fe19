import { expect, it } from "vitest";
import { claimSchema } from "#app/domain/technicians/claim-schema.ts";
import { isStudioAddress, studioDomain } from "#app/domain/technicians/claim-domain.server.ts";
import { readFields } from "#app/platform/read-fields.ts";

it.each([
  ["https://www.studio.com/", "studio.com"],
  ["https://studio.co.uk/about", "studio.co.uk"],
  ["http://ADA.Studio.COM:8080/", "studio.com"],
  ["https://ada.wixsite.com/home", "ada.wixsite.com"],
  ["https://bücher.example", "xn--bcher-kva.example"],
  ["https://www.facebook.com/ada", null],
  ["https://sites.google.com/view/ada", null],
  ["https://co.uk/", null],
  ["https://192.0.2.7/", null],
  ["https://[::1]/", null],
  ["https://localhost/", null],
  ["nothing", null],
  [null, null],
])("the mailboxes that speak for %s are those of %s", (website, domain) => expect(studioDomain(website)).toBe(domain));

it.each([
  ["info@studio.com", "https://studio.com"],
  ["info@studio.com", "https://www.studio.com"],
  ["info@book.studio.com", "https://book.studio.com"],
  ["info@studio.com", "https://book.studio.com"],
  ["INFO@Studio.COM", "https://studio.com"],
  ["info@xn--bcher-kva.example", "https://bücher.example"],
  ["info@bücher.example", "https://bücher.example"],
  ["info@studio.co.uk", "https://www.studio.co.uk"],
  ["ada@ada.wixsite.com", "https://ada.wixsite.com"],
])("%s belongs to the studio at %s", (address, website) => expect(isStudioAddress(address, website)).toBe(true));

it.each([
  ["another domain", "info@evil.com", "https://studio.com"],
  ["the studio's name in front of another domain", "info@studio.com.evil.com", "https://studio.com"],
  ["the studio's name at the end of another", "info@evilstudio.com", "https://studio.com"],
  ["a name below the studio's that others may rent", "info@blog.studio.com", "https://studio.com"],
  ["a public suffix", "info@co.uk", "https://studio.co.uk"],
  ["a top-level domain", "info@com", "https://studio.com"],
  ["whoever hosts the site", "info@wixsite.com", "https://ada.wixsite.com"],
  ["another site of the same host", "bo@bo.wixsite.com", "https://ada.wixsite.com"],
  ["where anybody gets a mailbox", "ada@gmail.com", "https://gmail.com"],
  ["a network of people", "ada@facebook.com", "https://www.facebook.com/ada"],
  ["letters that look alike", "info@studiо.com", "https://studio.com"],
  ["two signs", "info@studio.com@evil.com", "https://studio.com"],
  ["a path behind the domain", "info@evil.com/studio.com", "https://studio.com"],
  ["a fragment behind the domain", "info@evil.com#.studio.com", "https://studio.com"],
  ["an address in figures", "info@[192.0.2.7]", "https://192.0.2.7"],
  ["no domain", "info@", "https://studio.com"],
])("%s proves nothing: %s", (_, address, website) => expect(isStudioAddress(address, website)).toBe(false));

it("a typed address is kept in the form that mail servers know, and only a whole one", () => {
  const read = (address: string) => {
    const fields = { statement: "I am the owner of this studio.", method: "domain_email", address };
    return readFields(claimSchema, new URLSearchParams(fields));
  };
  expect(read("Info@BÜCHER.example")).toMatchObject({ ok: true, value: { address: "info@xn--bcher-kva.example" } });
  for (const bad of [
    "info",
    "@studio.com",
    "info@studio.com@evil.com",
    "a b@studio.com",
    "info@studio.com\nBcc: x@y.z",
  ]) {
    expect([bad, read(bad).ok]).toEqual([bad, false]);
  }
});
