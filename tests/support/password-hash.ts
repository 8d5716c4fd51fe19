import { hashPassword } from "#app/domain/accounts/hash-password.server.ts";

/** What is stored for a password; a test whose password can't be hashed must not go on. */
export async function passwordHashOf(password: string): Promise<string> {
  const hashed = await hashPassword(password);
  if (!hashed.ok) throw new Error(hashed.reason);
  return hashed.value;
}
