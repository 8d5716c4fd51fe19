import type { Mail } from "#app/platform/mail.ts";

export function confirmReminderMail({
  to,
  technicianId,
  name,
  day,
}: {
  to: string;
  technicianId: string;
  name: string;
  day: string;
}): Mail {
  return {
    key: `confirm-profile:${technicianId}:${day}`,
    to,
    subject: "Is your profile still right?",
    paragraphs: [
      `You last confirmed the profile of ${name} at Hairline more than six months ago. Readers see the day, and trust what was looked at lately.`,
      "Look it through, change what is no longer true, and press “Everything here is still right”. It takes a minute or two.",
    ],
    action: { label: "Look at your profile", path: "/studio/profile" },
    why: "You get this because you keep this profile. We ask at most once in six months.",
  };
}
