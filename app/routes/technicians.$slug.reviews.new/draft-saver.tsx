import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";

/** After this long without a change the draft is saved: at most a dozen times a minute, however fast somebody types. */
const QUIET_MS = 5_000;
const RETRY_MS = 15_000;

export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "trying_again" }
  | { kind: "signed_out" }
  /** Changed in another window; `version` is what it has become. */
  | { kind: "conflict"; version: string }
  /** It can't be kept any more: it was sent, or the profile is gone. */
  | { kind: "over" };

/** The words of the form, without files: those are sent with the form itself. */
function wordsOf(form: HTMLFormElement): URLSearchParams {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "intent") words.append(name, value);
  }
  words.set("intent", "save");
  words.set("quiet", "1");
  return words;
}

/** Whether the form holds other words than the page came with: somebody wrote before the page's scripts were there. */
function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) {
      // Where the page chose no option, the browser shows the first one.
      const options = [...field.options];
      const first = Math.max(
        options.findIndex((option) => option.defaultSelected),
        0,
      );
      return field.selectedIndex !== first;
    }
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === "hidden" || field.type === "file") return false;
    const isChoice = field.type === "radio" || field.type === "checkbox";
    return isChoice ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}

/** To the address of the page's data: its answer is told by status and headers alone. */
async function post(form: HTMLFormElement): Promise<SaveState & { newVersion?: string }> {
  const { pathname, search } = location;
  const target = `${pathname}.data${search}`;
  const answer = await fetch(target, { method: "POST", body: wordsOf(form), keepalive: true }).catch(() => null);
  const version = answer?.headers.get("Draft-Version") ?? "";
  if ((answer?.status === 200 || answer?.status === 400) && version !== "") {
    const at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    return { kind: "saved", at, newVersion: version };
  }
  if (answer?.status === 409) return version === "" ? { kind: "over" } : { kind: "conflict", version };
  if (answer?.status === 202) return { kind: "signed_out" };
  return answer?.status === 404 || answer?.status === 403 ? { kind: "over" } : { kind: "trying_again" };
}

/**
 * Keeps the form's words as a draft while somebody writes. One save at a time, so that none overtakes another; sending
 * the form waits for the one under way. Returns the version that the form stands on.
 */
export function useDraftSaver(formRef: RefObject<HTMLFormElement>, firstVersion: string) {
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [version, setVersion] = useState(firstVersion);
  const { revalidate } = useRevalidator();
  const isNew = useRef(firstVersion === "");
  const saver = useRef<{ saveNow: () => void }>({ saveNow: () => undefined });

  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let underWay: Promise<void> | null = null;
    let changes = 0;
    let sentChanges = 0;
    let isOver = false;

    async function save() {
      if (!form || isOver) return;
      sentChanges = changes;
      setState({ kind: "saving" });
      const { newVersion, ...next } = await post(form);
      if (newVersion !== undefined) {
        setVersion(newVersion);
        // At once, not with the next drawing: a form that is sent in between has to carry it.
        const field = form.elements.namedItem("version");
        if (field instanceof HTMLInputElement) field.value = newVersion;
        // Now there is a draft that photos can be sent to.
        if (isNew.current) revalidate();
        isNew.current = false;
      }
      setState(next);
      isOver = next.kind === "conflict" || next.kind === "over" || next.kind === "signed_out";
      if (next.kind === "trying_again") plan(RETRY_MS);
      else if (changes !== sentChanges && !isOver) plan(QUIET_MS);
    }
    function start() {
      clearTimeout(timer);
      underWay ??= save().finally(() => (underWay = null));
    }
    function plan(delay: number) {
      clearTimeout(timer);
      timer = setTimeout(start, delay);
    }
    function noteChange() {
      changes += 1;
      if (!isOver && !underWay) plan(QUIET_MS);
    }
    const onInput = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "file") return;
      noteChange();
    };
    const onHide = () => {
      if (document.visibilityState === "hidden" && changes !== sentChanges && !isOver) start();
    };
    const onSubmit = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (!underWay) return;
      event.preventDefault();
      const { submitter } = event;
      void underWay.then(() => form.requestSubmit(submitter));
    };
    saver.current.saveNow = () => {
      isOver = false;
      start();
    };
    if (isChanged(form)) noteChange();
    form.addEventListener("input", onInput);
    form.addEventListener("submit", onSubmit);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
      form.removeEventListener("submit", onSubmit);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [formRef, revalidate]);

  /** After a conflict: what is here takes the place of the other window's words. */
  function overwrite(otherVersion: string) {
    setVersion(otherVersion);
    const field = formRef.current?.elements.namedItem("version");
    if (field instanceof HTMLInputElement) field.value = otherVersion;
    saver.current.saveNow();
  }
  return { state, version, overwrite };
}

/** What became of the last save, read out politely. */
export function SaveStatus({
  state,
  formPath,
  onOverwrite,
}: {
  state: SaveState;
  formPath: string;
  onOverwrite: (version: string) => void;
}) {
  return (
    <div className="save-status small" role="status">
      {state.kind === "saving" ? "Saving ..." : null}
      {state.kind === "saved" ? `Saved ${state.at}` : null}
      {state.kind === "trying_again" ? "Not saved, trying again. What you typed is still here." : null}
      {state.kind === "signed_out"
        ? "Not saved: you are signed out. Sign in in another window, then press “Save draft”."
        : null}
      {state.kind === "over" ? "Not saved: this review was sent, or its page is gone. See My reviews." : null}
      {state.kind === "conflict" ? (
        <>
          <p>Not saved: this draft was changed in another window or on another device.</p>
          <div className="row">
            <button type="button" className="button-quiet" onClick={() => onOverwrite(state.version)}>
              Keep what is here
            </button>
            <a href={formPath}>Show the other version</a>
          </div>
        </>
      ) : null}
    </div>
  );
}
