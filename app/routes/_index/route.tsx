import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countForHome } from "#app/domain/profiles/count-for-home.server.ts";
import { TREATMENTS } from "#app/domain/technicians/vocabulary.ts";
import { homeJsonLd } from "#app/routes/_index/home-json-ld.ts";
import { HomeScreen } from "#app/routes/_index/home-screen.tsx";
import type { HomeView } from "#app/routes/_index/home-screen.tsx";
import { originOf, pageMeta } from "#app/ui/page-meta.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(originOf(matches), {
    title: "Hairline: find an SMP technician you can check",
    description:
      "Compare scalp micropigmentation technicians by what can be checked: licence, hygiene, training, healed results and reviews. Nobody can pay for rank.",
    path: "/",
    jsonLd: homeJsonLd(originOf(matches)),
  });

export async function loader(): Promise<HomeView> {
  const treatments = Object.entries(TREATMENTS).map(([key, label]) => ({ key, label }));
  return { ...(await countForHome()), treatments };
}

export default function Home() {
  return <HomeScreen view={useLoaderData<typeof loader>()} />;
}
