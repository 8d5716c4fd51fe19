import { useLayoutEffect } from "react";
import type { ReactNode } from "react";

/** Notes what is written in text areas, before the scripts came and from now on, until it is put back by the answer. */
export function noteEarlyText(): () => void {
  const texts = new Map<HTMLTextAreaElement, string>();
  for (const field of document.querySelectorAll("textarea")) {
    if (field.value !== field.defaultValue) texts.set(field, field.value);
  }
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) texts.set(target, target.value);
  };
  document.addEventListener("input", onInput);
  return () => {
    document.removeEventListener("input", onInput);
    for (const [field, text] of texts) field.value = text;
  };
}

/**
 * Around the whole page while React takes it over. React 18 leaves inputs and choices as they are then, but gives a text
 * area back the text that it came with; what was written before is put back here, before any `useEffect`.
 */
export function KeepEarlyText({ putBack, children }: { putBack: () => void; children: ReactNode }) {
  useLayoutEffect(putBack, [putBack]);
  return children;
}
