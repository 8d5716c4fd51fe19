import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from "react";

type Look = "main" | "quiet" | "red";
const CLASS: Record<Look, string> = { main: "button", quiet: "button-quiet", red: "button-red" };

/** `look` "red" is for what harms or cannot be undone. A button submits its form unless `type` says otherwise. */
export function Button({ look = "main", ...rest }: { look?: Look } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button className={CLASS[look]} {...rest} />;
}

/** Goes somewhere, and looks like a button because it is the next step. */
export function ButtonLink({ look = "main", ...rest }: { look?: Look } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a className={CLASS[look]} {...rest} />;
}
