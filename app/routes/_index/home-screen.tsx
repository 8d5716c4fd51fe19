import { Form, useNavigate } from "@remix-run/react";
import { CriteriaLegend, CriterionDot } from "#app/domain/criteria/criteria-strip.tsx";
import { CRITERIA, CRITERION_KEYS, VERIFIABLE_CRITERIA } from "#app/domain/criteria/criterion.ts";
import type { Criterion } from "#app/domain/criteria/criterion.ts";
import { Button } from "#app/ui/button.tsx";
import { Combobox } from "#app/ui/combobox.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { formatNumber } from "#app/ui/format.ts";

export type HomeView = {
  technicianCount: number;
  checkedFactCount: number;
  reviewCount: number;
  inspectionCount: number;
  /** Every treatment with its label. They come with the data, so that the words weigh nothing in the page's scripts. */
  treatments: { key: string; label: string }[];
};

export function HomeScreen({ view }: { view: HomeView }) {
  return (
    <>
      <Opening treatments={view.treatments} />
      <div className="page stack home">
        <ChooseByCriterion />
        <HowCheckingWorks view={view} />
        <NobodyPays />
      </div>
    </>
  );
}

function Opening({ treatments }: Pick<HomeView, "treatments">) {
  const navigate = useNavigate();
  return (
    <div className="opening">
      <div className="page stack">
        <h1>Find an SMP technician you can check</h1>
        <p className="lead">
          Who is allowed to do scalp micropigmentation, how clean they work, who trained them and how their work healed:
          looked up at the source, with the date. Where nobody has shown us anything, we say so.
        </p>
        <Form action="/technicians" className="opening-search" role="search">
          <Combobox
            label="What are you looking for?"
            name="q"
            source="/suggest/what"
            placeholder="A treatment, concern or name"
            onOpenHref={navigate}
          />
          <Combobox label="Where?" name="near" source="/suggest/where" placeholder="Town or ZIP code" />
          <Button type="submit">Search</Button>
        </Form>
        <p className="small muted">You need no account to search or to read.</p>
        <nav className="opening-treatments" aria-labelledby="treatments">
          <h2 id="treatments">Or start from a treatment</h2>
          <ul className="chips">
            {treatments.map(({ key, label }) => (
              <li key={key}>
                <a className="chip" href={`/technicians?treatment=${key}`}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

const VERIFIABLE: readonly Criterion[] = VERIFIABLE_CRITERIA;

function ChooseByCriterion() {
  return (
    <section className="stack" aria-labelledby="criteria">
      <div className="stack stack-tight opening-words">
        <h2 id="criteria">Six things to choose by</h2>
        <p className="muted">
          Each is kept apart, so that a fine licence never hides a missing certificate. There is no overall quality
          score.
        </p>
      </div>
      <ul className="six">
        {CRITERION_KEYS.map((criterion) => {
          const { title, question, checkable } = CRITERIA[criterion];
          const canBeAskedFor = VERIFIABLE.includes(criterion);
          return (
            <li key={criterion}>
              <CriterionDot state={canBeAskedFor ? "checked" : "self_declared"} />
              <h3>{title}</h3>
              <p>{question}</p>
              <p className="small muted">{checkable}</p>
              {canBeAskedFor ? (
                <a href={`/technicians?verified=${criterion}`}>
                  Show who has this checked<span className="sr-only">{`: ${title}`}</span>
                </a>
              ) : (
                <p className="small muted">Read it in their own words, and in how clients rate it.</p>
              )}
            </li>
          );
        })}
      </ul>
      <Disclosure summary="What the dots mean">
        <CriteriaLegend />
      </Disclosure>
    </section>
  );
}

function HowCheckingWorks({ view }: { view: HomeView }) {
  return (
    <section className="stack" aria-labelledby="checking">
      <h2 id="checking">How checking works</h2>
      <ol className="steps">
        <Step
          title="They show it"
          text="Technicians hand in licences, certificates and healed cases. Official registers are read in as they are, whether or not a technician has joined."
          figures={[
            [view.technicianCount, "technician listed", "technicians listed"],
            [view.inspectionCount, "official inspection", "official inspections"],
          ]}
        />
        <Step
          title="We look it up"
          text="A moderator checks each fact at its source and signs it with the date. On the day it runs out it says so by itself, on the page and in search."
          figures={[[view.checkedFactCount, "fact checked", "facts checked"]]}
        />
        <Step
          title="Clients say how it healed"
          text="A review goes on: after a month, half a year, one year and two. Whoever moderates it can't see the stars until they have decided."
          figures={[[view.reviewCount, "review", "reviews"]]}
        />
      </ol>
    </section>
  );
}

/** Each figure as count, word for one, word for many. */
function Step({ title, text, figures }: { title: string; text: string; figures: [number, string, string][] }) {
  return (
    <li className="stack stack-tight">
      <h3>{title}</h3>
      <p>{text}</p>
      <p className="figures steps-figures">
        {figures.map(([count, one, many]) => (
          <span key={many}>
            <b>{formatNumber(count)}</b>
            {` ${count === 1 ? one : many}`}
          </span>
        ))}
      </p>
    </li>
  );
}

function NobodyPays() {
  return (
    <section className="nobody-pays" aria-labelledby="nobody-pays">
      <div className="stack stack-tight">
        <h2 id="nobody-pays">Nobody can pay to stand higher</h2>
        <p>Not for rank, not for a badge, not for a review to go away. What decides is written down for everybody.</p>
      </div>
      <ul className="nobody-pays-links">
        <li>
          <a href="/policies/ranking">How ranking works</a>
          <p className="small">Every factor that orders the results, and the formula of the score.</p>
        </li>
        <li>
          <a href="/policies/reviews">How reviews work</a>
          <p className="small">Who may review, how it is decided without the stars, and every reason to refuse one.</p>
        </li>
      </ul>
    </section>
  );
}
