import type { LongReadPart } from "#app/ui/long-read.tsx";

export type TermsView = {
  /** The e-mail address that people write to. */
  writeTo: string;
  /** Months within which a decision about a review can be appealed against. */
  appealMonths: number;
  /** Every ground on which an account can be suspended, in the words that its owner is told. */
  suspensionGrounds: string[];
};

export function termsParts({ writeTo, appealMonths, suspensionGrounds }: TermsView): LongReadPart[] {
  return [
    { id: "who", title: "Who may use Hairline", content: <Who /> },
    { id: "account", title: "Your account", content: <Account writeTo={writeTo} /> },
    { id: "writing", title: "What you may write", content: <Writing /> },
    { id: "technicians", title: "Technicians", content: <Technicians /> },
    { id: "moderation", title: "Moderation and appeals", content: <Moderation appealMonths={appealMonths} /> },
    { id: "suspension", title: "Suspension", content: <Suspension {...{ suspensionGrounds, writeTo }} /> },
    { id: "facts", title: "What the directory can tell you", content: <Facts writeTo={writeTo} /> },
    { id: "contact", title: "How to reach us", content: <Contact writeTo={writeTo} /> },
  ];
}

function MailLink({ writeTo }: Pick<TermsView, "writeTo">) {
  return <a href={`mailto:${writeTo}`}>{writeTo}</a>;
}

function Who() {
  return (
    <p>
      Anybody may read: it costs nothing and needs no account. To write you need an account, and for that you must be 18
      or older.
    </p>
  );
}

function Account({ writeTo }: Pick<TermsView, "writeTo">) {
  return (
    <ul>
      <li>
        Use an e-mail address that reaches you. Until you confirm it, reviews that you send wait. A review is about
        something you lived through, so one person has one account.
      </li>
      <li>The name that others see may be invented. It may not be somebody else’s.</li>
      <li>
        Keep your password to yourself. Under <a href="/account/security">Security</a> you can change it, add an
        authenticator, and see and end every place where you are signed in.
      </li>
      <li>
        {"If somebody else is using your account, or got hold of your e-mail address, write to "}
        <MailLink writeTo={writeTo} />
        {". To close your account, write there too: there is no button for that yet."}
      </li>
    </ul>
  );
}

function Writing() {
  return (
    <>
      <p>
        {"Write what you lived through yourself, in your own words, and say so if you got anything for it. "}
        <a href="/policies/reviews#reasons">Every reason to refuse a review</a>
        {" is public, and so is "}
        <a href="/policies/reviews#who">who may review</a>. Bad experiences are as welcome as good ones.
      </p>
      <p>
        Photos are of your own head, and not retouched. Replies and follow-ups keep to the same rules. Reports are for
        broken rules, not for opinions that somebody dislikes.
      </p>
      <p>
        What you write stays yours. By sending it you allow us to show it on these pages, and to programs that read the
        same facts from us, for as long as it is published. You can withdraw it at any time.
      </p>
    </>
  );
}

function Technicians() {
  return (
    <ul>
      <li>
        Keep a profile only if it is your own, and say on it only what is true. Hand in papers that are yours and
        unaltered.
      </li>
      <li>
        Show pictures of your own work only, not retouched, and only of people who said yes by their own link. Their no,
        or their taking it back, needs no reason.
      </li>
      <li>Offer a visit code to every client, not only to the happy ones.</li>
      <li>
        No threats over a review: not of a court, not of a bill, not of anything else, and no pressure to change or
        withdraw it. You can <a href="/policies/reviews#technicians">answer it in public and report it</a>. Who believes
        that a review defames them in law can send <a href="/policies/reviews#defamation">a notice</a>.
      </li>
      <li>
        No reward that depends on what a review says. A reward for a review of any kind has to be told by its author.
      </li>
      <li>No reviews of yourself, of your own place of work or of those you compete with, by you or by your people.</li>
      <li>
        {"Nobody can pay for a place in the results, for a badge or for the removal of a review. "}
        <a href="/policies/ranking">How ranking works</a> has every factor.
      </li>
    </ul>
  );
}

function Moderation({ appealMonths }: Pick<TermsView, "appealMonths">) {
  return (
    <>
      <p>
        A person reads every review, reply and follow-up before it appears.{" "}
        <a href="/policies/reviews#moderation">How a review is decided</a> has the rules for that person. Whoever’s
        words are refused, sent back or removed is told the reason and the facts.
      </p>
      <p>
        {`When your review is refused or removed you can appeal once, within ${appealMonths} months, on the page of that review under `}
        <a href="/account/reviews">My reviews</a>. It costs nothing, and a different moderator decides. Going to a court
        stays open to you.
      </p>
    </>
  );
}

function Suspension({ suspensionGrounds, writeTo }: Pick<TermsView, "suspensionGrounds" | "writeTo">) {
  return (
    <>
      <p>A moderator can suspend an account, on one of these grounds:</p>
      <ul>
        {suspensionGrounds.map((words) => (
          <li key={words}>{words}.</li>
        ))}
      </ul>
      <p>
        Its owner is told by mail which ground it is and what the facts are, and can’t sign in until the suspension is
        lifted. What was published stays, unless it is decided on by itself. No machine suspends anybody.
      </p>
      <p>
        {"You think that it is wrong? Write to "}
        <MailLink writeTo={writeTo} />
        {
          " within six months, from the address of the account, and say why. A different moderator looks at it. Moderators who were taken off the list can object in the same way."
        }
      </p>
    </>
  );
}

function Facts({ writeTo }: Pick<TermsView, "writeTo">) {
  return (
    <ul>
      <li>Hairline gives no medical advice, and neither do its reviews. About your hair or your skin, ask a doctor.</li>
      <li>
        Each fact says whether it was checked, by whom and when, or whether it is only what the technician says. A check
        is about that day, and no promise of how a treatment will turn out.
      </li>
      <li>
        An unclaimed listing comes from a public register or a list, and nobody keeps it here as their profile. If
        something in it is wrong, write to <MailLink writeTo={writeTo} />.
      </li>
      <li>What is marked “Sample” is invented, to try Hairline out: those people, studios and reviews don’t exist.</li>
      <li>You agree on a treatment with the technician alone. We are no party to it and take no share of it.</li>
    </ul>
  );
}

function Contact({ writeTo }: Pick<TermsView, "writeTo">) {
  return (
    <p>
      {"Write to "}
      <MailLink writeTo={writeTo} />
      {". What we keep about you, and how to get rid of it, stands under "}
      <a href="/privacy">privacy</a>.
    </p>
  );
}
