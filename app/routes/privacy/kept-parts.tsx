import type { PrivacyView } from "#app/routes/privacy/privacy-view.ts";
import { PlainTable } from "#app/ui/plain-table.tsx";
import { plural } from "#app/ui/format.ts";
import type { LongReadPart } from "#app/ui/long-read.tsx";

/** What is kept, who sees it and when it goes. Whoever changes a job in server/jobs.ts changes the times here. */
export function keptParts(view: PrivacyView): LongReadPart[] {
  return [
    { id: "kept", title: "What is kept, and why", content: <Kept /> },
    { id: "never", title: "What we never do", content: <Never /> },
    { id: "who-sees", title: "Who sees what", content: <WhoSees /> },
    { id: "how-long", title: "How long", content: <HowLong {...view} /> },
  ];
}

function Kept() {
  return (
    <>
      <p>
        You can read everything here without telling us anything. Nothing is kept of readers until they send something.
      </p>
      <PlainTable
        caption="What is kept about people"
        heads={["What", "Why"]}
        rows={[
          [
            "Account",
            "Your e-mail address, to sign in and to tell you what happens to your review; the name that others see; what the account is for; and of your password only a hash that can’t be turned back. You tick that you are an adult; the tick is not kept.",
          ],
          [
            "Authenticator",
            "If you use one: its secret, encrypted, and hashes of your recovery codes, so that nobody else signs in.",
          ],
          [
            "Sessions",
            "Where you are signed in: when it began and was last used, the browser in words such as “Firefox on Android”, and a keyed hash of your network address. You see the list, and moderators are warned when a technician’s network sends reviews about that technician.",
          ],
          [
            "Reviews",
            "What you answer and write, also while it is a draft, each version that a moderator decided on, and which visit code you used. With a sent review, keyed hashes of the browser and the network it came from, to find several reviews by one person.",
          ],
          [
            "Your kind of hair loss",
            "Only if you tick that you agree to our keeping and showing it with your review. It is health data, so it needs that consent and nothing else here depends on it.",
          ],
          [
            "Photos",
            "Only if you agree to their being public. Each is encoded anew and the original thrown away, with the place, date and camera in it. A fingerprint of the picture helps to find one that is used twice.",
          ],
          [
            "Documents about a visit",
            "To support that you were treated, if you want to show one. Pictures are encoded anew; a PDF is kept as you sent it, with whatever is in it.",
          ],
          [
            "Consents",
            "Which one you gave, to which wording and when, and when you took it back, so that we can show it.",
          ],
          [
            "Reports and notices",
            "What you reported and why; your e-mail address if you have no account and want to hear of the outcome, and a keyed hash of it, of your browser or of your network, so that one report isn’t sent twice. A defamation notice needs your name and e-mail address; an author who stands by the review then gives us name and postal address.",
          ],
          [
            "Appeals, decisions and signals",
            "What was decided about a review, a report or an account, why, and what made us look twice: to explain it, and to hold us to it.",
          ],
          [
            "Mails",
            "Those that wait to be sent are encrypted. Once a mail is sent its text is deleted; to whom it went and its subject stay a while, so that nothing is sent twice.",
          ],
          [
            "Record of acts",
            "Who did what and when, such as signing up, publishing or looking at a document: numbers and states, never texts, names or addresses. It shows whether we keep our own rules.",
          ],
          [
            "Limits",
            "How often something was tried, such as a password, under a keyed hash of the account, the browser or the network. They keep guessing and floods out.",
          ],
          [
            "Technicians",
            "What stands on their profile, and who changed what on it when. Unclaimed listings hold name and place of work, taken from a public register or a list.",
          ],
          [
            "Claims on listings",
            "Who says that a listing is theirs, how they prove it, and what an earlier keeper says against it. Of a code or link only a keyed hash.",
          ],
          [
            "Papers of technicians",
            "Licences, certificates and the like, to check what a profile says. Never public. Pictures are encoded anew; a PDF is kept as it was sent.",
          ],
          [
            "People in a technician’s pictures",
            "That the person shown agreed, to which pictures and when, by a link that only they got, and when they took it back. Their e-mail address is used for that mail and not kept, only a keyed hash of it.",
          ],
          [
            "Invitations to review",
            "If a technician has us send you one: a keyed hash of your address, so that you get it once, and that you want no more if you say so. The address itself goes with the mail.",
          ],
          [
            "Counts",
            "How often a profile was opened, appeared in a search and was put on a shortlist, day by day. Numbers only: nothing says who it was.",
          ],
        ]}
      />
      <p>
        A keyed hash is a code made from something with a secret key. It shows that two things are the same, and can’t
        be turned back by anybody without the key. The network address itself is counted in memory for a minute, to keep
        floods out, and never written down.
      </p>
    </>
  );
}

function Never() {
  return (
    <ul>
      <li>
        No tracking: nobody follows what you look at, here or elsewhere, and no mail holds a picture that reports back.
      </li>
      <li>No advertising, and nothing about you is sold or given away.</li>
      <li>
        No page loads anything from another company: scripts, typeface and pictures come from here. Only a link that you
        press leads away.
      </li>
      <li>
        Our log of requests has the address of the page, never who asked for it or which words were searched for: those
        can be about health.
      </li>
      <li>No software decides about a review or an account. It points things out, and a person decides.</li>
    </ul>
  );
}

function WhoSees() {
  return (
    <PlainTable
      caption="From everybody to the few"
      heads={["Who", "What they see"]}
      rows={[
        [
          "Everybody",
          "Published reviews with follow-ups, replies and photos, the name you chose and the kind of hair loss if you agreed; technicians’ profiles. Programs can read the same.",
        ],
        [
          "The technician",
          "What everybody sees, and mails about what is published or removed. Not your e-mail address, not your document, not who reported. Of their own papers and unpublished pictures they see which moderator looked when.",
        ],
        ["Whoever is shown in a technician’s pictures", "These pictures, by their own link, before anybody else does."],
        [
          "Both sides of a defamation notice",
          "The author gets the words of the notice, and who complains only if they agreed to that. The complainant gets the author’s name and postal address only if the author agrees to that.",
        ],
        [
          "Moderators",
          "What waits for a decision: the text, the photos, the document (each look at one is recorded, and pictures of documents carry the moderator’s name), technicians’ papers and cases, claims, signals, reports and notices. A report doesn’t show them the reporter’s e-mail address. They find an account by its name, or by its e-mail address if they know that already.",
        ],
        [
          "Whoever runs the servers",
          "They could read the database, but no password: none is in it. The mail servers between us and you carry our mails.",
        ],
      ]}
    />
  );
}

function HowLong({ documentDays, appealMonths }: PrivacyView) {
  return (
    <>
      <PlainTable
        caption="When it goes by itself"
        heads={["What", "When"]}
        rows={[
          [
            "A session",
            "It ends when you sign out, after 14 days without use and after 30 days whatever happens; a moderator’s after half an hour and twelve hours. What is kept of it goes with it, at the latest 14 days after its last use.",
          ],
          [
            "A link in a mail",
            "24 hours to confirm your address or a claim on a listing, one hour for a new password or address. A link that asks whether pictures of you may be shown can be answered for 30 days, and taken back for ever.",
          ],
          ["Browser and network of a review", "90 days after it was sent."],
          ["A draft", "12 months after you last touched it, with its photos."],
          [
            "A document about a visit",
            `${plural(documentDays, "day")} after the decision or after you withdraw the review, or ${appealMonths} months after a refusal or your appeal. If nobody decides, ${appealMonths} months after you sent it. If you take it away yourself, within the hour. That there was one stays, with its dates and a fingerprint of the file.`,
          ],
          [
            "A technician’s paper, or one handed in with a claim",
            "90 days after the decision. What was decided, until when it holds and a fingerprint of the file stay.",
          ],
          [
            "Pictures in a technician’s portfolio",
            "When the person shown takes their consent back, from everywhere at once. Else when the technician removes them.",
          ],
          ["Pieces of a picture that never arrived whole", "24 hours."],
          ["Counts of a profile", "24 months."],
          ["The hash of who reported without an account", "When the report is decided."],
          ["To whom a mail went, and its subject", "30 days after it was sent or given up."],
          ["Counts of limits", "When they run out: most within a day, those of wrong passwords after 30 days."],
        ]}
      />
      <p>
        All else has no such date. Your account stays until it is closed, a review with its photos until you take them
        back, and of a review that was withdrawn or removed the text stays with us, unpublished. Reports with the
        addresses in them, notices, appeals, decisions and consents stay so that what was decided can be followed. The
        record of acts is never deleted.
      </p>
    </>
  );
}
