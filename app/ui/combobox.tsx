import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import type { KeyboardEvent } from "react";
import { plural } from "#app/ui/format.ts";
import { lineAfterKey } from "#app/ui/suggestions.ts";
import type { Suggestion } from "#app/ui/suggestions.ts";
import { useSuggestions } from "#app/ui/use-suggestions.ts";

const subscribeToNothing = () => () => undefined;

/**
 * A text field that offers suggestions as one types (WAI-ARIA editable combobox with list autocomplete). Without
 * JavaScript it is the plain field it looks like; Enter submits the form unless a suggestion is active.
 */
export function Combobox({
  label,
  name,
  source,
  defaultValue,
  placeholder,
  onOpenHref = (href) => window.location.assign(href),
}: {
  label: string;
  name: string;
  /** Address that answers `?q=` with `{ suggestions: [...] }`. */
  source: string;
  defaultValue?: string;
  placeholder?: string;
  /** How to go to a suggestion that has an address of its own. */
  onOpenHref?: (href: string) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);
  // Without JavaScript it must not call itself a combobox.
  const isLive = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  const [isOpen, setOpen] = useState(false);
  const [lines, setLines] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [news, setNews] = useState("");

  const { ask, cancel } = useSuggestions(source, (found) => {
    setLines(found);
    setActive(-1);
    setOpen(found.length > 0);
    setNews(found.length === 0 ? "No suggestions" : plural(found.length, "suggestion"));
  });

  function close() {
    cancel();
    setOpen(false);
    setActive(-1);
  }

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  function onTyped() {
    const query = input.current?.value.trim() ?? "";
    if (query !== "") return ask(query);
    setLines([]);
    setNews("");
    close();
  }

  function choose(line: Suggestion) {
    close();
    setNews("");
    if (input.current) input.current.value = line.value;
    // Only our own pages: an address from elsewhere would be a way out of the site.
    if (line.href && /^\/(?![/\\])/.test(line.href)) onOpenHref(line.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys pressed while an input method composes a character belong to the input method.
    if (isComposing.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const line = isOpen ? lines[active] : undefined;
    const moved = lineAfterKey(event.key, active, lines.length);
    if (event.key === "Enter" && line) choose(line);
    else if (event.key === "Enter") return close();
    else if (event.key === "Escape" && isOpen) close();
    else if (moved !== null && (isOpen || event.key.startsWith("Arrow"))) {
      setOpen(true);
      setActive(moved);
    } else return;
    event.preventDefault();
  }

  const aria = isLive && {
    role: "combobox",
    "aria-autocomplete": "list" as const,
    "aria-expanded": isOpen,
    "aria-controls": `${id}-list`,
    "aria-activedescendant": isOpen && active >= 0 ? `${id}-${active}` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="combobox">
        <input
          {...{ id, name, defaultValue, placeholder, ref: input, onKeyDown, ...aria }}
          className="input"
          autoComplete="off"
          enterKeyHint="search"
          spellCheck={false}
          onBlur={close}
          onCompositionStart={() => (isComposing.current = true)}
          onCompositionEnd={onTyped}
          // Not at the end of the composition: in Safari the Enter that ends it is pressed only after that.
          onKeyUp={(event) => (isComposing.current = event.nativeEvent.isComposing)}
          onInput={(event) => !("isComposing" in event.nativeEvent && event.nativeEvent.isComposing) && onTyped()}
        />
        {/* Pressing a line must not take the focus out of the field. */}
        <ul
          className="combobox-list"
          id={`${id}-list`}
          role="listbox"
          aria-label="Suggestions"
          hidden={!isOpen}
          onMouseDown={(event) => event.preventDefault()}
        >
          {lines.map((line, index) => (
            <li
              key={`${index} ${line.value}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onClick={() => choose(line)}
            >
              {line.label}
              {line.hint ? <span className="muted small">{line.hint}</span> : null}
            </li>
          ))}
        </ul>
        <span className="sr-only" role="status">
          {news}
        </span>
      </div>
    </div>
  );
}
