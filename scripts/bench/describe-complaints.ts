import { z } from "zod";

const MOST_SHOWN = 3;
const LONGEST = 160;

const logLine = z.object({ msg: z.string(), err: z.object({ message: z.string() }).optional() });

/**
 * What a server wrote during a run, the most frequent first. It is never part of a good run: an engine that was passed
 * over because it did not answer in time, for example, means that the figures are those of its stand-in.
 */
export function describeComplaints(server: string, lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words = wordsOf(line);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SHOWN)
    .map(([words, count]) => `the ${server} server wrote ${count === 1 ? "once" : `${count} times`}: ${words}`);
}

function wordsOf(line: string): string {
  const read = logLine.safeParse(parse(line));
  if (!read.success) return line.replace(/^\(node:\d+\) /u, "").slice(0, LONGEST);
  const { msg, err } = read.data;
  return (err ? `${msg}: ${err.message.trim()}` : msg).replace(/\s+/gu, " ").slice(0, LONGEST);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
