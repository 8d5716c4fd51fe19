import { openInspections } from "#app/domain/registers/open-inspections.ts";
import type { RegisterImporter } from "#app/domain/registers/register-importer.ts";
import { torontoBodysafe } from "#app/domain/registers/toronto-bodysafe.ts";

/** Every register there is. A list and no search for files: scripts, tests and the built server read the same one. */
export const REGISTERS: readonly RegisterImporter[] = [torontoBodysafe, openInspections];
