import { describe, expect, it } from "vitest";
import { readForm } from "#app/platform/read-form.server.ts";

const FORM = "application/x-www-form-urlencoded";
const sent = (body: string, type = FORM) =>
  new Request("http://localhost/", { method: "POST", body, headers: { "Content-Type": type } });

async function fields(body: string): Promise<[string, string][]> {
  const form = await readForm(sent(body));
  return form.ok ? [...form.value] : [];
}

describe("reading a form", () => {
  it("keeps fields of one name apart and in order", async () => {
    expect(await fields("add=a&remove=b&add=c")).toEqual([
      ["add", "a"],
      ["remove", "b"],
      ["add", "c"],
    ]);
  });

  it.each(["%", "a=%E0%A4%A", "=", "&&&", ""])("%j breaks nothing", async (body) => {
    expect((await readForm(sent(body))).ok).toBe(true);
  });

  it.each(["multipart/form-data; boundary=x", "text/plain", "application/json", ""])(
    "a body of type %j is refused",
    async (type) => {
      expect(await readForm(sent("add=a", type))).toEqual({ ok: false, reason: 415 });
    },
  );

  it("a body past 32 KB is refused, also when its length was not announced", async () => {
    let left = 3;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    // Node's fetch asks for half duplex with a stream; the DOM's types do not know it yet.
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      body,
      duplex: "half",
      headers: { "Content-Type": FORM },
    };
    expect(await readForm(new Request("http://localhost/", init))).toEqual({ ok: false, reason: 413 });
    expect(await readForm(sent("a".repeat(32 * 1024)))).toMatchObject({ ok: true });
  });
});
