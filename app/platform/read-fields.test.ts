import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cleanText, readFields, withErrors } from "#app/platform/read-fields.ts";

const schema = z.object({
  name: z.string("Give a name.").max(10, "At most 10 characters."),
  note: z.string().optional(),
  tags: z.array(z.enum(["a", "b"], "Choose from the list.")).default([]),
  password: z.string("Give a password.").min(3, "At least 3 characters."),
});
const read = (text: string) => readFields(schema, new URLSearchParams(text), ["tags"]);

describe("V-01 a posted form", () => {
  test("gives the schema's fields, cleaned, and drops all others", () => {
    expect(read("name=%20Ada%00%20&note=&tags=a&tags=b&password=%20x%20y&role=moderator")).toEqual({
      ok: true,
      value: { name: "Ada", tags: ["a", "b"], password: " x y" },
    });
  });

  test("comes back as it was typed, with a sentence for each bad field, and without secrets", () => {
    expect(read("name=much+too+long+a+name&tags=z&password=x&role=moderator")).toEqual({
      ok: false,
      reason: {
        values: { name: "much too long a name", note: "" },
        lists: { tags: ["z"] },
        errors: {
          name: ["At most 10 characters."],
          tags: ["Choose from the list."],
          password: ["At least 3 characters."],
        },
      },
    });
  });

  test("is refused when a single field came twice", () => {
    const refused = read("name=a&name=b&password=abc");
    expect(refused).toMatchObject({
      ok: false,
      reason: { errors: { name: [expect.stringContaining("more than once")] } },
    });
  });

  test("what is empty counts as missing", () => {
    expect(read("name=&password=abc")).toMatchObject({ ok: false, reason: { errors: { name: ["Give a name."] } } });
  });

  test("an error of the use case stands beside its field, the rest stays", () => {
    const form = new URLSearchParams("name=Ada&tags=a&password=abc&token=t");
    expect(withErrors(form, schema, { name: "Taken." })).toEqual({
      values: { name: "Ada", note: "", tags: "a" },
      lists: { name: ["Ada"], note: [], tags: ["a"] },
      errors: { name: ["Taken."] },
    });
  });
});

test.each([
  ["line ends become one character", "a\r\nb\rc", "a\nb\nc"],
  ["control characters go, tabs stay", "a\u0000\u0007\tb\u007f", "a\tb"],
  ["nothing turns the direction of text around", "a\u202eb\u2066c\u200f", "abc"],
  ["composed and decomposed are one", "e\u0301", "\u00e9"],
  ["joiners inside emoji stay", "👩\u200d🎨", "👩\u200d🎨"],
])("V-01 text: %s", (_what, given, cleaned) => expect(cleanText(given)).toBe(cleaned));
