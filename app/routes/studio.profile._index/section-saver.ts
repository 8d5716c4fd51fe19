import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { SaveAnswer, ShownPrice } from "#app/domain/profiles/edit/section.ts";

/** After this long without a change a section is saved; leaving a field saves it at once. */
const QUIET_MS = 2_500;
const LEFT_MS = 200;
const RETRY_MS = 10_000;

export type SaveState =
  { kind: "idle" | "saving" } | Unanswered | { kind: "saved"; at: string } | Exclude<SaveAnswer, { kind: "saved" }>;

/** Whether the form holds something else than the page came with: somebody typed before the scripts were there. */
function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((one) => one.selected !== one.defaultSelected);
    if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
    const isChoice = field.type === "radio" || field.type === "checkbox";
    return isChoice ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}

/** The fields as the form would send them. */
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  // What the button would say: the script saves and does nothing else.
  if (fields.has("id")) fields.set("act", "edit");
  return fields;
}

type Unanswered = { kind: "trying_again" | "signed_out" | "gone" };

async function post(form: HTMLFormElement): Promise<SaveAnswer | Unanswered> {
  const sent = { method: "POST", body: fieldsOf(form), redirect: "manual", keepalive: true } as const;
  const answer = await fetch("/studio/profile/save", sent).catch(() => null);
  if (answer === null) return { kind: "trying_again" };
  if (answer.type === "opaqueredirect") return { kind: "signed_out" };
  if (answer.status === 404) return { kind: "gone" };
  if (![200, 400, 409, 429].includes(answer.status)) return { kind: "trying_again" };
  return (answer.json() as Promise<SaveAnswer>).catch(() => ({ kind: "trying_again" as const }));
}

/**
 * Saves a section's form by itself: after a pause, on leaving a field, and when its button is pressed. One save at a time.
 * What was typed stays in the form whatever happens; without a connection it is tried again until there is one.
 */
export function useSectionSaver(formRef: RefObject<HTMLFormElement>, onSaved?: (shown: ShownPrice) => void) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const tell = useRef(onSaved);
  tell.current = onSaved;
  const saveNow = useRef<() => void>(() => undefined);

  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isUnderWay = false;
    let isWaitingForChoice = false;
    let changes = 0;
    let sentChanges = 0;

    const plan = (delay: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), delay);
    };
    async function save() {
      clearTimeout(timer);
      if (!form || isUnderWay || isWaitingForChoice) return;
      isUnderWay = true;
      sentChanges = changes;
      setState({ kind: "saving" });
      const answer = await post(form);
      isUnderWay = false;
      if (answer.kind === "saved") {
        // At once, not with the next drawing: a save in between has to carry it.
        const field = form.elements.namedItem("seen");
        if (field instanceof HTMLInputElement) field.value = answer.seen;
        const at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
        setState({ kind: "saved", at });
        if (answer.shown) tell.current?.(answer.shown);
      } else {
        setState(answer);
        if (answer.kind === "trying_again") plan(RETRY_MS);
        isWaitingForChoice = answer.kind === "conflict";
      }
      if (changes !== sentChanges && answer.kind !== "trying_again") plan(QUIET_MS);
    }
    const note = (delay: number) => () => {
      changes += 1;
      plan(delay);
    };
    const onInput = note(QUIET_MS);
    const onChange = note(LEFT_MS);
    const onSubmit = (event: SubmitEvent) => {
      const { submitter } = event;
      const act = submitter instanceof HTMLButtonElement ? submitter.value : "";
      // Moving and removing are the browser's own to send.
      if (act !== "" && act !== "edit") return;
      event.preventDefault();
      void save();
    };
    const onOnline = () => {
      if (changes !== sentChanges || timer !== undefined) void save();
    };
    const onHide = () => {
      if (document.visibilityState === "hidden" && changes !== sentChanges) void save();
    };
    saveNow.current = () => {
      isWaitingForChoice = false;
      void save();
    };
    if (isChanged(form)) onInput();
    form.addEventListener("input", onInput);
    form.addEventListener("change", onChange);
    form.addEventListener("submit", onSubmit);
    window.addEventListener("online", onOnline);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
      form.removeEventListener("change", onChange);
      form.removeEventListener("submit", onSubmit);
      window.removeEventListener("online", onOnline);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [formRef]);

  /** After a conflict: what is typed here takes the place of what is stored. */
  function keepMine(seen: string) {
    const field = formRef.current?.elements.namedItem("seen");
    if (field instanceof HTMLInputElement) field.value = seen;
    saveNow.current();
  }
  return { state, keepMine };
}
