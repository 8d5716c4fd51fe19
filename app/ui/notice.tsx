import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon.tsx";

type Tone = "plain" | "amber" | "red";
const CLASS: Record<Tone, string> = { plain: "notice", amber: "notice notice-amber", red: "notice notice-red" };

/**
 * Something to know before reading on. Amber: look at this. Red: harm or refusal. `isNews` has it read out at once;
 * only for what appears after the reader did something.
 */
export function Notice({
  tone = "plain",
  isNews = false,
  children,
}: {
  tone?: Tone;
  isNews?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={CLASS[tone]} role={isNews ? (tone === "red" ? "alert" : "status") : undefined}>
      <Icon name={tone === "plain" ? "info" : "circle-alert"} />
      <div>{children}</div>
    </div>
  );
}
