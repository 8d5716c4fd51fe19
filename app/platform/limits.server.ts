import { isIPv4, isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * How many requests one address may make in a minute. A household, a clinic or a mobile network can share an address,
 * so each number is several times what one busy person does. Counted in memory: several processes each count their
 * own, which multiplies the limits by their number. Limits that must hold exactly belong in the database.
 */
export const LIMITS = {
  /** Somebody trying filters changes one every few seconds; a scraper wants thousands of pages. */
  search: { perMinute: 120, onFailure: "open" },
  /** One request per keystroke of a fast typist, who never types for a whole minute. */
  suggest: { perMinute: 240, onFailure: "open" },
  /** Pages prefetch each other, and going back and forth between profiles is what the site is for. */
  page: { perMinute: 300, onFailure: "open" },
  /** A result page shows dozens of pictures, a portfolio more, and scripts and fonts count here too. */
  media: { perMinute: 1200, onFailure: "open" },
  /**
   * Adding to a list is one press, and a list holds thirty. It changes only the reader's own cookie, so it goes on when
   * counting fails.
   */
  keep: { perMinute: 60, onFailure: "open" },
  /** Forms are filled in by hand. When counting fails nothing is written: an outage must not open the gate. */
  write: { perMinute: 20, onFailure: "closed" },
  /** A review that is being written is kept every few seconds, by itself. */
  draft: { perMinute: 60, onFailure: "closed" },
  /** A picture sent piece by piece: twenty for the largest, and several one after the other. */
  piece: { perMinute: 300, onFailure: "closed" },
} as const satisfies Record<string, { perMinute: number; onFailure: "open" | "closed" }>;

export type LimitName = keyof typeof LIMITS;
type Verdict = { allowed: true } | { allowed: false; retryAfterSeconds: number };

export interface Limits {
  /** Counts one request. Never rejects: when counting fails, reading is allowed and writing is not. */
  consume: (name: LimitName, key: string) => Promise<Verdict>;
}

/** What counts: resolves while there is room, rejects with a `RateLimiterRes` when not, with anything else on failure. */
interface Counter {
  consume: (key: string) => Promise<unknown>;
}

interface LimitSettings {
  /** All limits times this number: benchmarks and browser tests send more than people do. */
  multiplier?: number;
  onError?: (error: unknown, name: LimitName) => void;
  createCounter?: (name: LimitName, perMinute: number) => Counter;
}

const RETRY_AFTER_FAILURE_SECONDS = 30;

export function createLimits(settings: LimitSettings = {}): Limits {
  const { multiplier = 1, onError = () => undefined, createCounter = countInMemory } = settings;
  const counter = (name: LimitName) =>
    createCounter(name, Math.max(1, Math.round(LIMITS[name].perMinute * multiplier)));
  const counters: Record<LimitName, Counter> = {
    search: counter("search"),
    suggest: counter("suggest"),
    page: counter("page"),
    media: counter("media"),
    keep: counter("keep"),
    write: counter("write"),
    draft: counter("draft"),
    piece: counter("piece"),
  };
  return {
    consume: async (name, key) => {
      try {
        await counters[name].consume(key);
        return { allowed: true };
      } catch (reason) {
        if (reason instanceof RateLimiterRes) {
          return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) };
        }
        onError(reason, name);
        if (LIMITS[name].onFailure === "open") return { allowed: true };
        return { allowed: false, retryAfterSeconds: RETRY_AFTER_FAILURE_SECONDS };
      }
    },
  };
}

function countInMemory(name: LimitName, perMinute: number): Counter {
  return new RateLimiterMemory({ keyPrefix: name, points: perMinute, duration: 60 });
}

/**
 * What an address is counted under: an IPv4 address itself (also when written as IPv6), of an IPv6 address the first
 * 64 bits, because a single customer gets at least that many. Anything else shares one key.
 */
export function clientKey(address: string): string {
  const plain = address.split("%", 1)[0] ?? "";
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return "unknown";
  const groups = ipv6Groups(plain);
  const [, , , , , , high = 0, low = 0] = groups;
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".");
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight 16-bit groups. The URL parser brings every spelling, dotted quads included, into one. */
function ipv6Groups(address: string): number[] {
  const [left = "", right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const parse = (text: string) => (text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16)));
  const [head, tail] = [parse(left), parse(right ?? "")];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}
