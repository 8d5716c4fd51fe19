import { useEffect, useRef } from "react";
import { parseSuggestions } from "#app/ui/suggestions.ts";
import type { Suggestion } from "#app/ui/suggestions.ts";

const PAUSE_MS = 120;

/**
 * Asks a source once typing pauses; only the latest question is ever answered, the ones before are aborted. No answer
 * at all (offline, an error) counts as no suggestions: they are a convenience, the field works without them.
 */
export function useSuggestions(source: string, onAnswer: (found: Suggestion[]) => void) {
  const timer = useRef<number>();
  const request = useRef<AbortController>();

  function cancel() {
    window.clearTimeout(timer.current);
    request.current?.abort();
  }

  async function load(query: string) {
    const controller = new AbortController();
    request.current = controller;
    let found: Suggestion[] = [];
    try {
      const address = `${source}${source.includes("?") ? "&" : "?"}q=${encodeURIComponent(query)}`;
      const response = await fetch(address, { signal: controller.signal, headers: { accept: "application/json" } });
      if (response.ok) found = parseSuggestions(await response.json());
    } catch {
      found = [];
    }
    if (!controller.signal.aborted) onAnswer(found);
  }

  function ask(query: string) {
    cancel();
    timer.current = window.setTimeout(() => void load(query), PAUSE_MS);
  }

  useEffect(() => cancel, []);
  return { ask, cancel };
}
