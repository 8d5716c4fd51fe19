const PAGES = [
  { key: "overview", href: "/account", label: "Overview" },
  { key: "reviews", href: "/account/reviews", label: "My reviews" },
  { key: "photos", href: "/account/photos", label: "Photos and documents" },
  { key: "security", href: "/account/security", label: "Security" },
] as const;

export type AccountPage = (typeof PAGES)[number]["key"];

/** The pages of somebody's own account; `current` is the one they are on, or the one that theirs belongs to. */
export function AccountNav({ current }: { current: AccountPage }) {
  return (
    <nav className="site-nav" aria-label="Your account">
      {PAGES.map(({ key, href, label }) => (
        <a key={key} href={href} aria-current={key === current ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
