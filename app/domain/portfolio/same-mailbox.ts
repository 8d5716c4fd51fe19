/** Whether mails to two addresses certainly reach one person: the same but for capitals and a tag after a plus. */
export function isSameMailbox(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, "");
}
