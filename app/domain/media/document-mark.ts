/** Characters of the account's id: enough to tell moderators of one name apart. */
const ID_LENGTH = 8;

/** What stands in the pixels of every picture of a private document that a moderator is shown: who looked, and when. */
export function documentMark({ userId, displayName }: { userId: string; displayName: string }, now: Date): string {
  const at = now.toISOString();
  return `${displayName.slice(0, 40)} ${userId.slice(0, ID_LENGTH)} ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
