import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DOCUMENT_PROBLEMS, MAX_DOCUMENT_BYTES } from "#app/domain/media/document.ts";
import { listingSourceTitle } from "#app/domain/registers/listing-source.ts";
import { claimSchema } from "#app/domain/technicians/claim-schema.ts";
import { KEEPS_ANOTHER, VERIFY_FIRST } from "#app/domain/technicians/claim-words.ts";
import styles from "#app/domain/technicians/claims.css?url";
import { findClaimable } from "#app/domain/technicians/find-claimable.server.ts";
import { startListingClaim } from "#app/domain/technicians/start-listing-claim.server.ts";
import type { ListingClaimInput, StartClaimRefusal } from "#app/domain/technicians/start-listing-claim.server.ts";
import { technicianPath } from "#app/domain/technicians/technician-address.ts";
import { takeTurn, takeTurns } from "#app/platform/durable-limits.server.ts";
import { formHeaders } from "#app/platform/form-headers.ts";
import { readFields, withErrors } from "#app/platform/read-fields.ts";
import { readUpload } from "#app/platform/read-upload.server.ts";
import type { Upload } from "#app/platform/read-upload.server.ts";
import { notFound, requireViewer } from "#app/platform/require-viewer.server.ts";
import type { Viewer } from "#app/platform/require-viewer.server.ts";
import { keyedHash } from "#app/platform/secret-box.server.ts";
import { ClaimScreen } from "#app/routes/technicians.$slug.claim/claim-screen.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view ? `Claim ${view.listing.name}` : "Claim a listing"} | Hairline` },
  { name: "robots", content: "noindex" },
];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const headers = formHeaders;

const LIMITS = {
  maxFiles: 1,
  maxFileBytes: MAX_DOCUMENT_BYTES,
  maxTotalBytes: MAX_DOCUMENT_BYTES,
  fileFields: ["document"],
};

/** The listing at this address; whoever keeps it, or has a claim on it, is led to where that goes on. */
async function findHere(viewer: Viewer, slug: string | undefined) {
  const found = await findClaimable(viewer, (slug ?? "").toLowerCase());
  if (found === null) throw notFound();
  const { listing } = found;
  if (listing.isOwn) throw redirect("/studio", 303);
  if (listing.openClaimId !== null) throw redirect(`/studio/claims/${listing.openClaimId}`, 303);
  return found;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request);
  const { listing } = await findHere(viewer, params["slug"]);
  if (listing.slug !== params["slug"]) throw redirect(`${technicianPath(listing.slug)}/claim`, 303);
  const { slug, name, isKept, keepsAnother, domain, source, city, region, address } = listing;
  return {
    isVerified: viewer.isEmailVerified,
    listing: {
      slug,
      name,
      isKept,
      keepsAnother,
      domain,
      source: source === null ? null : listingSourceTitle(source),
      place: [address, city, region].filter(Boolean).join(", "),
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request);
  const { technicianId } = await findHere(viewer, params["slug"]);
  const upload = await readUpload(request, LIMITS);
  if (!upload.ok) throw data(null, { status: upload.reason });
  const { form } = upload.value;
  const fields = readFields(claimSchema, form);
  if (!fields.ok) return data(fields.reason, { status: 400 });
  const proof = readProof(fields.value.method, fields.value.address, upload.value);
  if (!proof.ok) return data(withErrors(form, claimSchema, proof.errors), { status: 400 });
  const turn =
    proof.value.method === "domain_email"
      ? await takeTurns([
          ["listing_claim", viewer.userId],
          ["claim_mail", keyedHash("address", proof.value.address)],
        ])
      : await takeTurn("listing_claim", viewer.userId);
  if (!turn.allowed) {
    const tooMany = withErrors(form, claimSchema, { form: "That were a lot of claims for one day. Go on tomorrow." });
    return data(tooMany, { status: 429, headers: { "Retry-After": String(turn.retryAfterSeconds) } });
  }
  const { statement } = fields.value;
  const started = await startListingClaim(viewer, { technicianId, statement, proof: proof.value }, new Date());
  if (started.ok) return redirect(`/studio/claims/${started.value.claimId}?done=sent`, 303);
  if (started.reason === "not_found") throw notFound();
  const { status, errors } = explain(started.reason);
  return data(withErrors(form, claimSchema, errors), { status });
}

type Proof = ListingClaimInput["proof"];

/** What the chosen way of proving needs beside it. */
function readProof(
  method: Proof["method"],
  address: string | undefined,
  { files: [file], refused: [tooLarge] }: Upload,
): { ok: true; value: Proof } | { ok: false; errors: Record<string, string> } {
  if (method === "domain_email") {
    if (address !== undefined) return { ok: true, value: { method, address } };
    return { ok: false, errors: { address: "Give the address at the studio’s domain." } };
  }
  if (method !== "documents") return { ok: true, value: { method } };
  if (tooLarge) return { ok: false, errors: { document: DOCUMENT_PROBLEMS.too_large } };
  if (!file) return { ok: false, errors: { document: "Choose the document." } };
  return { ok: true, value: { method, bytes: file.bytes } };
}

function explain(reason: Exclude<StartClaimRefusal, "not_found">): {
  status: 400 | 409;
  errors: Record<string, string>;
} {
  switch (reason) {
    case "not_verified":
      return { status: 400, errors: { form: VERIFY_FIRST } };
    case "keeps_another":
      return { status: 409, errors: { form: KEEPS_ANOTHER } };
    case "open_already":
      return { status: 409, errors: { form: "You have a claim on this listing already. It is among your claims." } };
    case "other_domain":
      return {
        status: 400,
        errors: {
          address: "This address is not at the domain of the studio’s website. Choose another way to prove it.",
        },
      };
    default:
      return { status: 400, errors: { document: DOCUMENT_PROBLEMS[reason] } };
  }
}

export default function ClaimRoute() {
  return <ClaimScreen view={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
