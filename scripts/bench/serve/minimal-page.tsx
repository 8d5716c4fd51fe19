import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { EntryContext, ServerBuild } from "@remix-run/node";
import { Link, Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration, useLoaderData } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

/*
 * A page of 24 cards as somebody who has just read Remix's documentation would write it: about as much visible text a
 * card as ours, one `Link` each, data from a loader, 37 KB of HTML in all.
 */

const CARDS = 24;

type Card = {
  slug: string;
  name: string;
  place: string;
  distance: string;
  treatments: string[];
  checked: string[];
  rating: number;
  reviews: number;
  price: string;
  picture: string;
  words: string;
};

function makeCard(n: number): Card {
  return {
    slug: `technician-number-${n}`,
    name: `Technician Number ${n}`,
    place: "Northfold Scalp Studio, Manchester, England",
    distance: `${(n * 1.7).toFixed(1)} km away`,
    treatments: ["Full shaved look", "Hairline", "Density in thinning hair"],
    checked: ["authorised", "sterile environment", "track record", "training"],
    rating: 3 + (n % 20) / 10,
    reviews: 4 + n,
    price: `From £${1_000 + 25 * n}`,
    picture: `/media/${"ab3d5f7h".repeat(3)}${n}/640.webp`,
    words: "Checked: authorised, sterile environment, track record, training. Wednesdays to Saturdays, by appointment.",
  };
}

const cards = Array.from({ length: CARDS }, (_, n) => makeCard(n + 1));

function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <header>
          <Link to="/">Home</Link>
          <Link to="/technicians">Find a technician</Link>
        </header>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function List() {
  const view = useLoaderData<{ cards: Card[] }>();
  return (
    <main>
      <h1>Technicians</h1>
      <ul className="cards">
        {view.cards.map((card) => (
          <li key={card.slug}>
            <CardView card={card} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function CardView({ card }: { card: Card }) {
  return (
    <article className="card">
      <img
        className="card-picture"
        src={card.picture}
        srcSet={`${card.picture} 640w, ${card.picture.replace("640", "960")} 960w`}
        sizes="(min-width: 40rem) 200px, 30vw"
        alt={`A result by ${card.name}`}
        width={640}
        height={480}
        loading="lazy"
      />
      <h2 className="card-name">
        <Link to={`/technicians/${card.slug}`}>{card.name}</Link>
      </h2>
      <p className="card-place">
        {card.place} · {card.distance}
      </p>
      <ul className="card-checked">
        {card.checked.map((fact) => (
          <li key={fact} className="chip">
            {fact}
          </li>
        ))}
      </ul>
      <p className="card-rating">
        {card.rating.toFixed(1)} of 5, {card.reviews} reviews
      </p>
      <ul className="card-treatments">
        {card.treatments.map((treatment) => (
          <li key={treatment} className="chip">
            {treatment}
          </li>
        ))}
      </ul>
      <p className="card-words">{card.words}</p>
      <p className="card-price">{card.price}</p>
    </article>
  );
}

/** As Remix's default entry does for browsers: the reply begins as soon as the shell is rendered. */
function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

const asset = (id: string, parentId?: string) => ({
  id,
  ...(parentId && { parentId }),
  path: parentId ? "technicians" : "",
  hasAction: false,
  hasLoader: parentId !== undefined,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  module: `/assets/${id}-1a2b3c4d.js`,
  imports: ["/assets/components-1a2b3c4d.js"],
  css: [],
});

export const MINIMAL_BUILD: ServerBuild = {
  mode: "production",
  entry: { module: { default: handleRequest } },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    list: { id: "list", parentId: "root", path: "technicians", module: { default: List, loader: () => ({ cards }) } },
  },
  assets: {
    entry: { module: "/assets/entry.client-1a2b3c4d.js", imports: ["/assets/components-1a2b3c4d.js"] },
    routes: { root: asset("root"), list: asset("list", "root") },
    url: "/assets/manifest-1a2b3c4d.js",
    version: "1a2b3c4d",
  },
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: true,
  },
  isSpaMode: false,
};
