/** What is told of one file while it is sent and after. */
export type FileState = { name: string; percent: number; words: string | null };

type Sending = {
  form: HTMLFormElement;
  /** Name and id of what the photos belong to. */
  parent: readonly [string, string];
  files: readonly File[];
  onChange: (files: FileState[]) => void;
};

/** Fields of the form that say something about its photos. */
const SHARED = ["photosAre", "photosTakenOn", "photoConsent"];
/** Refusals that the sender can do something about without choosing another file. */
const LATER = ["no_consent", "no_date", "no_last_session", "future_date", "busy", "too_often", "no_room"];

/** Sends photos one after the other; answers those that could still be kept, with the form or later. */
export async function sendPhotos({ form, parent, files, onChange }: Sending): Promise<File[]> {
  const states: FileState[] = files.map(({ name }) => ({ name, percent: 0, words: null }));
  const tell = (index: number, change: Partial<FileState>) => {
    const state = states[index];
    if (state) states[index] = { ...state, ...change };
    onChange([...states]);
  };
  const left: File[] = [];
  for (const [index, file] of files.entries()) {
    tell(index, {});
    const fields = new FormData();
    fields.append(...parent);
    for (const [name, value] of new FormData(form)) if (SHARED.includes(name)) fields.append(name, value);
    fields.append("photos", file);
    const { problem, words } = await send(fields, (percent) => tell(index, { percent }));
    if (problem !== null && LATER.includes(problem)) left.push(file);
    tell(index, { percent: 100, words: words ?? "Kept." });
  }
  return left;
}

type Answer = { problem: string | null; words: string | null };

/** By XMLHttpRequest, which alone tells how much was sent. */
function send(fields: FormData, onProgress: (percent: number) => void): Promise<Answer> {
  const lost = { problem: "busy", words: "Could not be sent: check your connection and try again." };
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? (100 * loaded) / total : 0));
    request.addEventListener("loadend", () => {
      if (request.status === 413)
        resolve({ problem: "too_large", words: "This is too large. Choose a smaller photo." });
      else if (request.responseURL.includes("/sign-in")) {
        resolve({ problem: "busy", words: "Not sent: you are signed out." });
      } else resolve(readAnswer(request.responseText) ?? lost);
    });
    request.open("POST", "/account/photos/new");
    request.send(fields);
  });
}

function readAnswer(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null || !("problem" in answer) || !("words" in answer)) return null;
    const { problem, words } = answer;
    if (problem === null) return { problem, words: null };
    return typeof problem === "string" && typeof words === "string" ? { problem, words } : null;
  } catch {
    return null;
  }
}
