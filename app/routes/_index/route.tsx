import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countForHome } from "#app/domain/profiles/count-for-home.server.ts";
import { HomeScreen } from "#app/routes/_index/home-screen.tsx";
import type { HomeView } from "#app/routes/_index/home-screen.tsx";

export const meta: MetaFunction = () => [
  { title: "Hairline: find an SMP technician you can check" },
  {
    name: "description",
    content:
      "Compare scalp micropigmentation technicians by what can be checked: licence, hygiene, training, healed results and reviews. Nobody can pay for rank.",
  },
];

export function loader(): Promise<HomeView> {
  return countForHome();
}

export default function Home() {
  return <HomeScreen view={useLoaderData<typeof loader>()} />;
}
