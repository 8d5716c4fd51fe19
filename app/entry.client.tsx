import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { KeepEarlyText, noteEarlyText } from "#app/ui/keep-early-text.tsx";

const putBack = noteEarlyText();

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
