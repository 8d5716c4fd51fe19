import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { FileState } from "#app/domain/reviews/send-photos.ts";

/**
 * With JavaScript, photos are sent one by one as soon as they are chosen, dropped or pasted, each with its progress and
 * its own refusal. It finds the form around it by the names of its fields; what can't be sent yet (no consent, no date)
 * stays chosen and goes with the form. Nothing without JavaScript. The sending is a chunk of its own.
 */
export function PhotoUpload({ parent }: { parent: { reviewId: string } | { followUpId: string } }) {
  const boxRef = useRef<HTMLDivElement>(null);
  const [files, setFiles] = useState<readonly FileState[]>([]);
  const [isReady, setIsReady] = useState(false);
  const { revalidate } = useRevalidator();
  const [name, id] = Object.entries(parent)[0] ?? ["", ""];

  useEffect(() => {
    const box = boxRef.current;
    const form = box?.closest("form");
    const input = form?.querySelector<HTMLInputElement>('input[type="file"][name="photos"]');
    if (!box || !form || !input) return;
    let isBusy = false;
    const stopping = new AbortController();

    async function send(chosen: readonly File[]) {
      if (isBusy || chosen.length === 0 || !form || !input) return;
      isBusy = true;
      try {
        const { sendPhotos } = await import("#app/domain/reviews/send-photos.ts");
        const left = await sendPhotos({ form, parent: [name, id], files: chosen, onChange: setFiles });
        // Those that could not go yet stay with the form.
        const kept = new DataTransfer();
        for (const file of left) kept.items.add(file);
        input.files = kept.files;
        revalidate();
      } finally {
        isBusy = false;
      }
    }
    const onChange = () => void send([...(input.files ?? [])]);
    const onDrop = (event: DragEvent) => {
      const dropped = [...(event.dataTransfer?.files ?? [])];
      if (dropped.length === 0) return;
      event.preventDefault();
      void send(dropped);
    };
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length > 0) void send(pasted);
    };
    const options = { signal: stopping.signal };
    input.addEventListener("change", onChange, options);
    box.addEventListener("drop", onDrop, options);
    box.addEventListener("dragover", onDragOver, options);
    form.addEventListener("paste", onPaste, options);
    setIsReady(true);
    return () => stopping.abort();
  }, [name, id, revalidate]);

  return (
    <div ref={boxRef} className={isReady ? "photo-drop small muted" : undefined}>
      {isReady ? <p>You can also drop photos here or paste them.</p> : null}
      <ul className="plain-list" aria-live="polite">
        {files.map(({ name: fileName, percent, words }, index) => (
          <li key={index}>
            {`${fileName}: `}
            {words === null ? (
              <progress max={100} value={percent} aria-label={`${fileName}: sent so far`} />
            ) : (
              <strong>{words}</strong>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
