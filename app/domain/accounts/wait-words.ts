/** What somebody is told who tried too often, with how long to wait. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return "That was tried too often. Please wait a minute, then try again.";
  if (minutes < 120) return `That was tried too often. Please wait ${minutes} minutes, then try again.`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48
    ? `That was tried too often. Please wait ${hours} hours, then try again.`
    : "That was tried too often. Set a new password by “Forgot password”, or wait some days.";
}

export const BUSY_WORDS = "Too many people are signing in at this moment. Please send the form again in a few seconds.";
