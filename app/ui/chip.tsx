import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon.tsx";

type Tone = "plain" | "checked" | "amber";
const CLASS: Record<Tone, string> = { plain: "chip", checked: "chip chip-checked", amber: "chip chip-amber" };

/** A short fact. */
export function Chip({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={CLASS[tone]}>{children}</span>;
}

/** Something chosen that one press takes off: a plain link to the page without it. */
export function RemovableChip({ label, href }: { label: string; href: string }) {
  return (
    <a className="chip" href={href} aria-label={`Remove ${label}`}>
      {label}
      <Icon name="x" />
    </a>
  );
}
