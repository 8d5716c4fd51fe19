/** Facts for programs in the words of schema.org; what is undefined is left out when it is written down. */
export type JsonLd = { [key: string]: JsonLdValue };
type JsonLdValue = string | number | boolean | undefined | JsonLd | (JsonLd | string)[];
