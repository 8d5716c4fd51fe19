import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientKey, createLimits, LIMITS } from "#app/platform/limits.server.ts";

describe("R-01 limits", () => {
  test("R-01 a key may use a limit up to its number and is then told how long to wait", async () => {
    const limits = createLimits();
    for (let used = 0; used < LIMITS.write.perMinute; used += 1) {
      expect(await limits.consume("write", "a")).toEqual({ allowed: true });
    }
    const verdict = await limits.consume("write", "a");
    expect(verdict).toMatchObject({ allowed: false, retryAfterSeconds: expect.any(Number) });
    expect(await limits.consume("write", "b")).toEqual({ allowed: true });
    expect(await limits.consume("search", "a")).toEqual({ allowed: true });
  });

  test("R-01 the multiplier raises or lowers every limit, never to nothing", async () => {
    const numbers: number[] = [];
    createLimits({
      multiplier: 0.0001,
      createCounter: (_name, perMinute) => (numbers.push(perMinute), { consume: async () => 0 }),
    });
    createLimits({
      multiplier: 100,
      createCounter: (_name, perMinute) => (numbers.push(perMinute), { consume: async () => 0 }),
    });
    const count = Object.keys(LIMITS).length;
    expect(numbers.slice(0, count)).toEqual(Array(count).fill(1));
    expect(numbers[count]).toBe(LIMITS.search.perMinute * 100);
  });

  test("R-01 a failure of the counter opens reading, closes writing, and is reported", async () => {
    const failures: string[] = [];
    const limits = createLimits({
      createCounter: () => ({ consume: () => Promise.reject(new Error("out of order")) }),
      onError: (_error, name) => failures.push(name),
    });
    expect(await limits.consume("page", "a")).toEqual({ allowed: true });
    expect(await limits.consume("write", "a")).toEqual({ allowed: false, retryAfterSeconds: 30 });
    expect(failures).toEqual(["page", "write"]);
  });
});

describe("R-01 whose requests are counted together", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::FFFF:cb00:7109", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["203.0.113.9:4711", "unknown"],
    ["evil", "unknown"],
  ])("R-01 %s is counted as %s", (address, key) => {
    expect(clientKey(address)).toBe(key);
  });

  test("R-01 all addresses of one /64 share a limit and the next /64 does not", () => {
    const low = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(low, low, (one, other) => {
        const address = (prefix: string, groups: number[]) =>
          `${prefix}:${groups.map((group) => group.toString(16)).join(":")}`;
        expect(clientKey(address("2001:db8:0:1", one))).toBe(clientKey(address("2001:db8:0:1", other)));
        expect(clientKey(address("2001:db8:0:1", one))).not.toBe(clientKey(address("2001:db8:0:2", one)));
      }),
    );
  });
});
