import { describe, expect, test, vi } from "vitest";
import { answerJson, jsonError, jsonReply } from "#app/platform/json-reply.server.ts";

const asking = (ifNoneMatch?: string) =>
  new Request("http://localhost/api", { headers: ifNoneMatch === undefined ? {} : { "If-None-Match": ifNoneMatch } });

describe("an answer", () => {
  test("is JSON in UTF-8 with a strong tag, to be asked about every time", async () => {
    const reply = jsonReply(asking(), { name: "Zoë 🙂" });
    expect(reply.status).toBe(200);
    expect(Object.fromEntries(reply.headers)).toEqual({
      "cache-control": "public, max-age=0, must-revalidate",
      "content-type": "application/json; charset=utf-8",
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
    expect(await reply.json()).toEqual({ name: "Zoë 🙂" });
  });

  test("has the same tag for the same words, and another for others", () => {
    const tag = (body: unknown) => jsonReply(asking(), body).headers.get("ETag");
    expect(tag({ a: 1 })).toBe(tag({ a: 1 }));
    expect(tag({ a: 1 })).not.toBe(tag({ a: 2 }));
  });

  const etag = jsonReply(asking(), { a: 1 }).headers.get("ETag") ?? "";
  test.each([etag, `W/${etag}`, `"other", ${etag}`, `"other",W/${etag}`, "*"])(
    "is not sent again to somebody who names it: %s",
    async (known) => {
      const reply = jsonReply(asking(known), { a: 1 });
      expect([reply.status, reply.headers.get("ETag"), await reply.text()]).toEqual([304, etag, ""]);
    },
  );

  test.each(['"other"', etag.replaceAll('"', ""), "", "W/", `${etag}x`])(
    "is sent to somebody who names %j",
    (known) => {
      expect(jsonReply(asking(known), { a: 1 }).status).toBe(200);
    },
  );
});

describe("an error", () => {
  test("has its status, code and message, and is never kept", async () => {
    const reply = jsonError(503, "search_unavailable", "Not now.", { "Retry-After": "30" });
    expect(reply.status).toBe(503);
    expect([reply.headers.get("Cache-Control"), reply.headers.get("Retry-After")]).toEqual(["no-store", "30"]);
    expect(await reply.json()).toEqual({
      error: { status: 503, code: "search_unavailable", message: "Not now." },
    });
  });

  test("nobody foresaw is reported, and tells no inner detail", async () => {
    const report = vi.fn();
    const bug = new Error("secret detail");
    const reply = await answerJson(report, () => Promise.reject(bug));
    expect(report.mock.calls).toEqual([[bug]]);
    expect(reply.status).toBe(500);
    expect(await reply.text()).not.toContain("secret");
  });

  test("that was thrown as an answer is the answer", async () => {
    const thrown = jsonError(404, "not_found", "No.");
    expect(
      await answerJson(
        () => expect.unreachable(),
        () => {
          throw thrown;
        },
      ),
    ).toBe(thrown);
  });
});
