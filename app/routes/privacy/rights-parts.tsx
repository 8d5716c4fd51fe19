import type { PrivacyView } from "#app/routes/privacy/privacy-view.ts";
import { PlainTable } from "#app/ui/plain-table.tsx";
import type { LongReadPart } from "#app/ui/long-read.tsx";

/** What people can do about what is kept, and what their own browser keeps. */
export function rightsParts({ writeTo }: Pick<PrivacyView, "writeTo">): LongReadPart[] {
  return [
    { id: "rights", title: "What you can do", content: <Rights writeTo={writeTo} /> },
    { id: "cookies", title: "Cookies", content: <Cookies /> },
    { id: "contact", title: "How to reach us", content: <Contact writeTo={writeTo} /> },
  ];
}

function MailLink({ writeTo }: Pick<PrivacyView, "writeTo">) {
  return <a href={`mailto:${writeTo}`}>{writeTo}</a>;
}

function Rights({ writeTo }: Pick<PrivacyView, "writeTo">) {
  return (
    <>
      <p>By yourself, at any time, without giving a reason:</p>
      <ul>
        <li>
          Take back a photo, so that nobody but you and the moderators can see it, or remove it for good:{" "}
          <a href="/account/photos">My photos</a>.
        </li>
        <li>
          Take back your consent to show your kind of hair loss. It is deleted and the review stays: open the review
          under <a href="/account/reviews">My reviews</a>.
        </li>
        <li>
          Withdraw a review, at the same place. Readers no longer see it, its photos and its follow-ups; if it was
          public, a line with the day stays. Your kind of hair loss is deleted with it; remove the photos under My
          photos.
        </li>
        <li>Take away a document that no moderator has looked at yet, at the same place.</li>
        <li>
          Change your name under <a href="/account">Your account</a>, and your address and password under{" "}
          <a href="/account/security">Security</a>, where you also see and end your sessions.
        </li>
        <li>Stop the mails that ask how a result looks now, by the link in each of them.</li>
        <li>
          If a technician shows pictures of you: take back your consent by the link in the mail that asked for it. The
          pictures are gone from everywhere at once, without an account and without anybody’s help.
        </li>
        <li>Stop all invitations to review, from whoever they come, by the link in each of them.</li>
        <li>
          If you keep a profile: see who looked at your papers, under <a href="/studio/criteria">Criteria</a>, and give
          one up that nobody has checked yet.
        </li>
      </ul>
      <p>
        {
          "There is no button yet to get a copy of all that is kept about you, to have something corrected that you can’t change yourself, to object to something, or to close your account. For these write to "
        }
        <MailLink writeTo={writeTo} />
        {
          ", from the address of the account. You can also complain to the data protection authority of the place where you live."
        }
      </p>
    </>
  );
}

function Cookies() {
  return (
    <>
      <p>Only what does something that you asked for, so there is no banner. Scripts can’t read any of them.</p>
      <PlainTable
        caption="All cookies of this site"
        heads={["Cookie", "What for", "How long"]}
        rows={[
          ["sid, or __Host-sid", "Session: that you are signed in.", "30 days at most, or until you sign out"],
          [
            "device",
            "A random name for your browser, given when you sign up or in. Whoever guesses at your password can’t lock you out of a browser that you used before, and moderators are warned of several reviewers in one browser.",
            "A year",
          ],
          ["shortlist", "The technicians that you keep. Only your browser has the list.", "A year"],
          ["compare", "The technicians that stand side by side.", "Until you close the browser"],
          [
            "sign-in-step, or __Host-sign-in-step",
            "Between your password and the code of your authenticator.",
            "Ten minutes",
          ],
          ["recovery-codes", "Takes new recovery codes, encrypted, to the page that shows them once.", "Five minutes"],
        ]}
      />
      <p>Moderators’ browsers also remember if they turned the keyboard shortcuts off.</p>
    </>
  );
}

function Contact({ writeTo }: Pick<PrivacyView, "writeTo">) {
  return (
    <p>
      {"Whoever runs this site answers for all of this. Write to "}
      <MailLink writeTo={writeTo} />. The <a href="/terms">terms</a> have the rest of the rules.
    </p>
  );
}
