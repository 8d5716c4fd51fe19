import { createContext } from "react";

/** The script nonce of this response. The server's entry provides it; in the browser it is undefined on purpose. */
export const NonceContext = createContext<string | undefined>(undefined);
