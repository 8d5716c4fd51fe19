import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { KeepEarlyText, noteEarlyText } from "#app/ui/keep-early-text.tsx";

/**
 * When what the server sent with the page has been read. Remix reads it while React takes the page over, and has React
 * wait meanwhile; a press that falls into that wait is an error of React ("Root did not complete", remix issue 10214).
 * Its first call, before any hook, begins the reading and throws the promise that React would wait for: we wait instead.
 */
async function serverDataRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (wait) {
    await wait;
  }
}

const putBack = noteEarlyText();
await serverDataRead();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <KeepEarlyText putBack={putBack}>
        <RemixBrowser />
      </KeepEarlyText>
    </StrictMode>,
  );
});
