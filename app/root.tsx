import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useContext } from "react";
import type { ReactNode } from "react";
import font from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import styles from "#app/styles.css?url";
import { findKept } from "#app/domain/profiles/find-kept.server.ts";
import { KeptContext } from "#app/domain/profiles/keep-button.tsx";
import { Keeping } from "#app/domain/profiles/keeping.tsx";
import { COMPARISON, SHORTLIST } from "#app/domain/profiles/kept-technicians.ts";
import type { KeptTechnicians } from "#app/domain/profiles/kept-technicians.ts";
import { hasSampleData } from "#app/domain/technicians/has-sample-data.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readListCookie } from "#app/platform/list-cookie.server.ts";
import { findSignedIn } from "#app/platform/sessions.server.ts";
import type { SignedIn } from "#app/platform/sessions.server.ts";
import { ERROR_WORDS, ErrorPage, errorKindOf } from "#app/ui/error-page.tsx";
import type { ErrorKind } from "#app/ui/error-page.tsx";
import { LogoMark } from "#app/ui/logo-mark.tsx";
import { NonceContext } from "#app/ui/nonce.ts";
import { SampleNotice } from "#app/ui/sample-notice.tsx";

/** What the frame of every page needs to know. */
export type RootView = {
  origin: string;
  hasSampleData: boolean;
  isSignedIn: boolean;
  /** The places of whoever reads: where they sign in, or their account and their work. */
  own: { href: string; label: string }[];
  kept: KeptTechnicians;
};

const NOTHING_KEPT: KeptTechnicians = { shortlist: [], compare: [] };

export const links: LinksFunction = () => [
  { rel: "preload", href: font, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: MetaFunction = ({ error }) =>
  error
    ? [{ title: `${ERROR_WORDS[kindOf(error)].title} | Hairline` }, { name: "robots", content: "noindex" }]
    : [{ title: "Hairline" }];

export async function loader({ request }: LoaderFunctionArgs): Promise<RootView> {
  const cookies = request.headers.get("Cookie");
  const [isSample, account, compared] = await Promise.all([
    hasSampleData(),
    findSignedIn(cookies),
    findKept(readListCookie(cookies, COMPARISON)),
  ]);
  return {
    origin: env().ORIGIN,
    hasSampleData: isSample,
    isSignedIn: account !== null,
    own: ownPlaces(account),
    kept: {
      shortlist: readListCookie(cookies, SHORTLIST),
      compare: compared.map(({ slug, name }) => ({ slug, name })),
    },
  };
}

function ownPlaces(account: SignedIn | null): RootView["own"] {
  if (account === null) return [{ href: "/sign-in", label: "Sign in" }];
  return [
    ...(account.roles.includes("moderator") ? [{ href: "/moderation", label: "Moderation" }] : []),
    ...(account.technicianId === null ? [] : [{ href: "/studio", label: "My studio" }]),
    { href: "/account", label: account.displayName },
  ];
}

/** The document around every page, errors included. The nonce comes by context: a loader would send it to the page's data. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const view = useRouteLoaderData<RootView>("root");
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6f2ea" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171614" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="button skip" href="#main">
          Skip to the content
        </a>
        <Keeping kept={view?.kept ?? NOTHING_KEPT}>
          {(bar) => (
            <>
              <SiteHeader own={view?.own ?? []} isSignedIn={view?.isSignedIn ?? false} />
              {view?.hasSampleData ? (
                <SampleNotice>Everything marked “Sample” is invented, to try Hairline out.</SampleNotice>
              ) : null}
              <main id="main" tabIndex={-1}>
                {children}
                {bar}
              </main>
            </>
          )}
        </Keeping>
        <SiteFooter hasSampleData={view?.hasSampleData ?? false} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function SiteHeader({ own, isSignedIn }: Pick<RootView, "own" | "isSignedIn">) {
  const { shortlist } = useContext(KeptContext);
  return (
    <header className="site-header">
      <div>
        <a className="site-name" href="/">
          <LogoMark />
          Hairline
        </a>
        <nav className="site-nav" aria-label="Main">
          <a href="/technicians">Find a technician</a>
          <a href="/policies/ranking">How ranking works</a>
          <a href="/shortlist">{shortlist.length === 0 ? "Shortlist" : `Shortlist (${shortlist.length})`}</a>
          {own.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
          {isSignedIn ? (
            <form method="post" action="/sign-out">
              <button name="signOut" value="yes">
                Sign out
              </button>
            </form>
          ) : null}
        </nav>
      </div>
    </header>
  );
}

function SiteFooter({ hasSampleData }: { hasSampleData: boolean }) {
  return (
    <footer className="site-footer">
      <div>
        <div className="stack stack-tight">
          <p>
            Hairline is a directory of scalp micropigmentation (SMP) technicians whose claims can be checked, with
            reviews that follow how the result heals.
          </p>
          <p>
            <strong>Nobody can pay for rank, badges or the removal of a review.</strong>
          </p>
          <p className="muted">Hairline gives no medical advice. About your hair or your skin, ask a doctor.</p>
        </div>
        <nav className="site-nav" aria-label="Footer">
          <a href="/technicians">Find a technician</a>
          <a href="/policies/ranking">How ranking works</a>
          <a href="/policies/reviews">How reviews work</a>
          <a href="/transparency">Moderation in figures</a>
          <a href="/privacy">Privacy</a>
          <a href="/terms">Terms</a>
        </nav>
        <div className="stack stack-tight muted">
          <p>
            {"Places: "}
            <a href="https://www.geonames.org/">GeoNames</a>
            {", "}
            <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
          </p>
          <p>
            {"Toronto inspections: Contains information licensed under the "}
            <a href="https://www.toronto.ca/city-government/data-research-maps/open-data/open-data-licence/">
              Open Government Licence – Toronto
            </a>
            .
          </p>
          {hasSampleData ? <p>Sample technicians, reviews and pictures are invented; pictures are drawings.</p> : null}
        </div>
      </div>
    </footer>
  );
}

export default function App() {
  return <Outlet />;
}

/** A failed fetch says TypeError in every browser; together with the browser's own word it means no connection. */
function kindOf(error: unknown): ErrorKind {
  if (isRouteErrorResponse(error)) return errorKindOf(error.status);
  const isOffline = typeof navigator !== "undefined" && !navigator.onLine;
  return error instanceof TypeError && isOffline ? "offline" : "server";
}

export function ErrorBoundary() {
  const kind = kindOf(useRouteError());
  return (
    <ErrorPage
      kind={kind}
      links={[
        { href: "/technicians", label: "Find a technician" },
        { href: "/", label: "Start page" },
      ]}
    />
  );
}
