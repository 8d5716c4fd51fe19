import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import type { Mail } from "#app/platform/mail.ts";

type Worse = { inspectionId: string; to: string; slug: string; isPublic: boolean };

/** Tells a profile's keeper that a register has a new inspection of their premises. What it found is on the page. */
export function worseInspectionMail({ inspectionId, to, slug, isPublic }: Worse): Mail {
  return {
    key: `worse-inspection:${inspectionId}:${slug}`,
    to,
    subject: "A new inspection of your premises",
    paragraphs: [
      "A public register has published a new inspection of premises where you work. It went less well than the one before, and your profile shows it with its date and source.",
      "Hairline neither makes nor changes inspections. If it isn’t about your premises, tell us; if it is wrong, ask the authority that publishes the register.",
      "When the authority inspects again, the newer inspection stands first.",
    ],
    action: isPublic
      ? { label: "See it on your profile", path: technicianPath(slug) }
      : { label: "Open your studio", path: "/studio" },
    why: "You get this because you keep a profile on Hairline at these premises.",
  };
}
