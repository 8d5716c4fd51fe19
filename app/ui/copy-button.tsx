import { useSyncExternalStore, useState } from "react";
import { Button } from "#app/ui/button.tsx";

const never = () => () => undefined;

/** Copies the text of the field with this id. Without JavaScript there is no button, and the field to copy from. */
export function CopyButton({ fieldId, label }: { fieldId: string; label: string }) {
  const isThere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [said, setSaid] = useState("");
  if (!isThere) return null;
  const copy = async () => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      setSaid("Copied.");
    } catch {
      setSaid("Marked: copy it with your keyboard.");
    }
  };
  return (
    <div className="row">
      <Button type="button" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}
