import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { makeVisitCards } from "#app/domain/reviews/make-visit-cards.server.ts";
import type { VisitCards } from "#app/domain/reviews/make-visit-cards.server.ts";
import { visitCardsSchema } from "#app/domain/reviews/visit-codes-schema.ts";
import studio from "#app/domain/technicians/studio.css?url";
import { env } from "#app/platform/env.server.ts";
import { EMPTY_REPLY, readFields, withErrors } from "#app/platform/read-fields.ts";
import type { FormReply } from "#app/platform/read-fields.ts";
import { readForm } from "#app/platform/read-form.server.ts";
import { notFound, requireTechnician } from "#app/platform/require-viewer.server.ts";
import { CardsScreen } from "#app/routes/studio.invitations.cards/cards-screen.tsx";
import styles from "#app/routes/studio.invitations.cards/cards.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: studio },
  { rel: "stylesheet", href: styles },
];

export const meta: MetaFunction = () => [
  { title: "Cards to print | Hairline" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTechnician(request);
  return null;
}

const REFUSALS = {
  too_many: "You have many unused codes already. Hand those out first.",
  not_published: "Publish your profile first: until then the link on a card would lead to nothing.",
} as const;

type Told = { reply: FormReply; cards: VisitCards | null };

/** Answers with the cards themselves: their codes are readable this once. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireTechnician(request);
  const form = await readForm(request);
  if (!form.ok) throw data(null, { status: form.reason });
  const fields = readFields(visitCardsSchema, form.value);
  if (!fields.ok) return data<Told>({ reply: fields.reason, cards: null }, { status: 400 });
  const made = await makeVisitCards(viewer, fields.value.count, env().ORIGIN, new Date());
  if (made.ok) return data<Told>({ reply: EMPTY_REPLY, cards: made.value });
  if (made.reason === "not_found") throw notFound();
  const reply = withErrors(form.value, visitCardsSchema, { count: REFUSALS[made.reason] });
  return data<Told>({ reply, cards: null }, { status: 409 });
}

export default function CardsRoute() {
  const told = useActionData<typeof action>();
  return <CardsScreen cards={told?.cards ?? null} reply={told?.reply ?? EMPTY_REPLY} />;
}
