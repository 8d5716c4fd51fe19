import { useEffect, useState } from "react";
import { utcWords } from "#app/domain/enquiries/wall-time.ts";

/** An instant: in UTC as it comes from the server, in the reader's own time once their browser says which. */
export function LocalTime({ at }: { at: string }) {
  const [words, setWords] = useState(() => utcWords(at));
  useEffect(() => {
    setWords(new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(new Date(at)));
  }, [at]);
  return <time dateTime={at}>{words}</time>;
}
