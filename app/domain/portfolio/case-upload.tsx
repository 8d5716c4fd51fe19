import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button.tsx";

type FileState = { name: string; percent: number; note: string | null; words: string | null; isKept: boolean };

/** Fields of the form that say something about its pictures. */
const SHARED = ["photosAre", "takenOn", "caption"];

/**
 * With JavaScript, pictures are sent one by one as soon as they are chosen, each in pieces with its progress, a way to
 * cancel it and its own refusal. It finds the form around it by the names of its fields. Nothing without JavaScript:
 * then they go with the form. The sending is a chunk of its own.
 */
export function CaseUpload({ caseId }: { caseId: string }) {
  const boxRef = useRef<HTMLDivElement>(null);
  const [files, setFiles] = useState<readonly FileState[]>([]);
  const [isReady, setIsReady] = useState(false);
  const cancels = useRef<AbortController[]>([]);
  const { revalidate } = useRevalidator();

  useEffect(() => {
    const box = boxRef.current;
    const form = box?.closest("form");
    const input = form?.querySelector<HTMLInputElement>('input[type="file"][name="photos"]');
    if (!box || !form || !input) return undefined;
    const leaving = new AbortController();
    let isBusy = false;

    async function send(chosen: readonly File[]) {
      if (isBusy || chosen.length === 0 || !form || !input) return;
      isBusy = true;
      const states: FileState[] = chosen.map(({ name }) => ({
        name,
        percent: 0,
        note: null,
        words: null,
        isKept: false,
      }));
      const tell = (index: number, change: Partial<FileState>) => {
        const state = states[index];
        if (state) states[index] = { ...state, ...change };
        setFiles([...states]);
      };
      const controllers = chosen.map(() => new AbortController());
      cancels.current = controllers;
      setFiles(states);
      try {
        const { sendInPieces } = await import("#app/domain/portfolio/send-in-pieces.ts");
        for (const [index, file] of chosen.entries()) {
          const signal = controllers[index]?.signal ?? leaving.signal;
          const isCancelled = () => signal.aborted;
          if (isCancelled()) {
            tell(index, { words: "Cancelled." });
            continue;
          }
          const fields: Record<string, string> = { caseId };
          for (const [name, value] of new FormData(form)) {
            if (SHARED.includes(name) && typeof value === "string") fields[name] = value;
          }
          const { problem, words } = await sendInPieces({
            file,
            fields,
            signal,
            onProgress: (now) => tell(index, now),
          });
          const isKept = problem === null && !isCancelled();
          tell(index, { isKept, words: isCancelled() ? "Cancelled." : (words ?? (isKept ? "Kept." : "Not kept.")) });
          if (isKept) revalidate();
        }
        input.value = "";
        revalidate();
      } finally {
        isBusy = false;
      }
    }
    const onChange = () => void send([...(input.files ?? [])]);
    input.addEventListener("change", onChange, { signal: leaving.signal });
    setIsReady(true);
    return () => leaving.abort();
  }, [caseId, revalidate]);

  return (
    <div ref={boxRef} className="case-sending">
      {isReady ? <p className="small muted">They are sent as soon as you choose them.</p> : null}
      <ul className="plain-list stack stack-tight" aria-live="polite">
        {files.map(({ name, percent, note, words, isKept }, index) => (
          <li key={index} className={words === null || isKept ? undefined : "field-error"}>
            {words === null ? (
              <div className="row">
                <label>
                  {`${name}: ${note ?? `${percent} % sent`} `}
                  <progress max={100} value={percent} />
                </label>
                <Button type="button" look="quiet" onClick={() => cancels.current[index]?.abort()}>
                  {`Cancel ${name}`}
                </Button>
              </div>
            ) : (
              `${name}: ${words}`
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
