import { createContext, useContext } from "react";

/** The id of the request being answered, provided by the server's entry, shown only where something went wrong. */
export const RequestIdContext = createContext<string | undefined>(undefined);

/** Where the server wrote the id into an error page: the browser reads it back there, so that both render the same. */
export const REQUEST_ID_ELEMENT = "request-id";

/** Undefined after a navigation that failed within the browser: no page carried an id then. */
export function useRequestId(): string | undefined {
  const provided = useContext(RequestIdContext);
  if (typeof document === "undefined") return provided;
  return document.getElementById(REQUEST_ID_ELEMENT)?.textContent ?? provided;
}
