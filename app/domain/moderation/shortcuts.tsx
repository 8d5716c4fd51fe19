import { useEffect, useRef, useSyncExternalStore } from "react";
import { Choice } from "#app/ui/field.tsx";

export type Shortcut = { key: string; label: string };

const OFF = "moderation-shortcuts-off";

/**
 * Single keys that put the focus on the control that names them (`aria-keyshortcuts`); Enter then presses it, so that a
 * slip decides nothing. `?` opens the list. They keep still while somebody types and can be turned off, for people
 * whose speech input writes letters.
 */
export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const list = useRef<HTMLDetailsElement>(null);
  const isOff = useSyncExternalStore(onChoice, isTurnedOff, () => false);
  useEffect(() => {
    if (isOff) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") {
        if (list.current) list.current.open = !list.current.open;
        return;
      }
      if (!/^[a-z]$/.test(event.key)) return;
      const control = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.key}"]`);
      if (!control) return;
      event.preventDefault();
      const folded = control.closest("details");
      if (folded) folded.open = true;
      control.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOff]);
  return (
    <details className="disclosure shortcuts" ref={list}>
      <summary>Keyboard shortcuts (?)</summary>
      <div className="stack stack-tight">
        <p className="small muted">A key moves to the control; Enter presses it.</p>
        <dl className="facts-inline">
          {[{ key: "?", label: "This list" }, ...shortcuts].map(({ key, label }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <Choice
          type="checkbox"
          label="Use single keys"
          checked={!isOff}
          onChange={(event) => {
            if (event.currentTarget.checked) localStorage.removeItem(OFF);
            else localStorage.setItem(OFF, "yes");
            // Browsers tell only the other windows by themselves.
            window.dispatchEvent(new Event("storage"));
          }}
        />
      </div>
    </details>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("input:not([type=checkbox], [type=radio]), textarea, select") || target.isContentEditable;
}

const isTurnedOff = () => localStorage.getItem(OFF) === "yes";

function onChoice(tell: () => void): () => void {
  window.addEventListener("storage", tell);
  return () => window.removeEventListener("storage", tell);
}
