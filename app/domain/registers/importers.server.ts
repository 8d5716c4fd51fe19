import type { RegisterImporter } from "#app/domain/registers/register-importer.ts";
import type { RegisterKey } from "#app/domain/registers/register.ts";
import { torontoBodysafe } from "#app/domain/registers/toronto-bodysafe.server.ts";

export const REGISTER_IMPORTERS: Record<RegisterKey, RegisterImporter> = {
  "toronto-bodysafe": torontoBodysafe,
};
