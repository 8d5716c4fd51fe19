import fc from "fast-check";

/**
 * Generated examples are the same in every run, so that a change fails for what it changed. To look further, set
 * FC_SEED to any whole number.
 */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 2026) });
