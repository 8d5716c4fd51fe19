const PAGES = [
  { key: "overview", href: "/studio", label: "Overview" },
  { key: "profile", href: "/studio/profile", label: "Profile" },
  { key: "criteria", href: "/studio/criteria", label: "Criteria" },
  { key: "portfolio", href: "/studio/portfolio", label: "Portfolio" },
  { key: "reviews", href: "/studio/reviews", label: "Reviews" },
  { key: "enquiries", href: "/studio/enquiries", label: "Enquiries" },
  { key: "invitations", href: "/studio/invitations", label: "Invitations" },
  { key: "badge", href: "/studio/badge", label: "Badge" },
] as const;

export type StudioPage = (typeof PAGES)[number]["key"];

/** The way around the pages of somebody who keeps a profile; `current` is where they are. */
export function StudioNav({ current }: { current: StudioPage }) {
  return (
    <nav className="site-nav studio-nav" aria-label="Your studio">
      {PAGES.map(({ key, href, label }) => (
        <a key={key} href={href} aria-current={key === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
