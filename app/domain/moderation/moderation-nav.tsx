const PAGES = [
  { key: "overview", href: "/moderation", label: "Overview" },
  { key: "reviews", href: "/moderation/reviews", label: "Reviews" },
  { key: "evidence", href: "/moderation/evidence", label: "Evidence" },
  { key: "portfolio", href: "/moderation/portfolio", label: "Portfolio" },
  { key: "claims", href: "/moderation/claims", label: "Claims" },
  { key: "inspections", href: "/moderation/inspections", label: "Inspections" },
  { key: "appeals", href: "/moderation/appeals", label: "Appeals" },
  { key: "reports", href: "/moderation/reports", label: "Reports" },
  { key: "bulk", href: "/moderation/bulk", label: "Bulk refusals" },
  { key: "audit", href: "/moderation/audit", label: "Audit record" },
  { key: "members", href: "/moderation/members", label: "Members" },
] as const;

export type ModerationPage = (typeof PAGES)[number]["key"];

/** The way around the moderators' pages; `current` is where the reader is, or whose item they look at. */
export function ModerationNav({ current }: { current: ModerationPage }) {
  return (
    <nav className="site-nav moderation-nav" aria-label="Moderation">
      {PAGES.map(({ key, href, label }) => (
        <a key={key} href={href} aria-current={key === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
