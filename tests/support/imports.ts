import path from "node:path";
import ts from "typescript";

/** A file of the application; `path` starts with "app/" and has forward slashes. */
export type SourceFile = { path: string; text: string };

export type Rule =
  | "banned name"
  | "barrel"
  | "cycle"
  | "database"
  | "direction"
  | "file name"
  | "noun order"
  | "private"
  | "pure"
  | "size"
  | "unknown folder";

export type Violation = { rule: Rule; file: string; detail: string };

/** Folders of `app/`, and of `app/domain/` in the one order in which they may import each other: only backwards. */
export const FOLDERS = ["domain", "platform", "routes", "server", "ui"];
export const NOUNS = [
  "accounts",
  "media",
  "places",
  "technicians",
  "criteria",
  "portfolio",
  "enquiries",
  "reviews",
  "moderation",
  "registers",
  "profiles",
  "search",
  "insights",
];

const MOST_LINES = 300;
const ENTRIES = ["root.tsx", "entry.client.tsx", "entry.server.tsx", "styles.css"];
const BANNED_NAMES = ["utils", "misc", "helpers", "common", "service", "manager", "data", "types"];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** What Remix reads in the names of route files and folders: dots, parameters, pathless and escaped segments. */
const ROUTE_NAME = /^(?:\$[a-zA-Z0-9]+|[a-z0-9$_.()[\]-])+$/;

type Place = { layer: string; noun: string | undefined; routeFolder: string | undefined };

/** Everything in which these files break the shape of the house, ordered by file. Type-only imports count. */
export function violations(files: readonly SourceFile[]): Violation[] {
  const styles = files.filter(({ path: file }) => file.endsWith(".css"));
  const parsed = files
    .filter((file) => !styles.includes(file))
    .map((file) => {
      const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
      return { ...file, source, imports: importsOf(source) };
    });
  const found = parsed.flatMap((file) => [
    ...judgeName(file.path),
    ...judgeSize(file),
    ...(isBarrel(file.source) ? [{ rule: "barrel" as const, file: file.path, detail: "only passes on exports" }] : []),
    ...file.imports.flatMap((target) => judgeImport(file.path, target)),
  ]);
  found.push(...styles.flatMap((file) => [...judgeName(file.path), ...judgeSize(file)]));
  const graph = new Map(parsed.map((file) => [file.path, file.imports]));
  return [...found, ...findCycles(graph)].sort((a, b) => a.file.localeCompare(b.file));
}

/** Every module of our own that a file names, statically, dynamically or in a type; as paths from the project's root. */
function importsOf(source: ts.SourceFile): string[] {
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
            ? node.arguments[0]
            : undefined;
    if (named && ts.isStringLiteralLike(named)) specifiers.push(named.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const own = specifiers.flatMap((specifier) => {
    const [bare = ""] = specifier.split("?", 1);
    if (bare.startsWith("#app/")) return [`app/${bare.slice(5)}`];
    return bare.startsWith(".") ? [path.posix.join(path.posix.dirname(source.fileName), bare)] : [];
  });
  return [...new Set(own)];
}

function placeOf(file: string): Place {
  const [top = "", layer = "", ...inner] = file.split("/");
  if (top !== "app") return { layer: top, noun: undefined, routeFolder: undefined };
  return {
    layer: inner.length > 0 ? layer : "entry",
    noun: layer === "domain" && inner.length > 1 ? inner[0] : undefined,
    routeFolder: layer === "routes" && inner.length > 1 ? inner[0] : undefined,
  };
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /\/testing-[^/]+$/.test(file);
const isServerOnly = (file: string) => /\.server\.[^/]+$/.test(file);
/**
 * Route modules (`route.ts(x)` of a folder, or any file directly in `routes/`) call the domain, and screens beside them
 * may name its types; that no code of a server file comes to the browser with a screen is for the build to refuse.
 */
const isRouteOrScreen = (file: string) => /^app\/routes\/([^/]+|[^/]+\/route\.ts|.+\.tsx)$/.test(file);

function judgeImport(file: string, target: string): Violation[] {
  const from = placeOf(file);
  const to = placeOf(target);
  const found: Violation[] = [];
  const add = (rule: Rule, detail: string) => found.push({ rule, file, detail: `${detail}: ${target}` });

  // Tests may lean on what only tests have; everything else holds for them too.
  if (isTest(file) && (target.startsWith("tests/support/") || target.startsWith("prisma/"))) return [];
  if (to.layer === "entry" && !target.endsWith(".css")) add("private", "nothing imports root or entries");
  else if (to.layer === "routes" && (from.layer !== "routes" || from.routeFolder !== to.routeFolder))
    add("private", "a route's folder is its own");
  else if (!isDirectionAllowed(file, from, to, target)) add("direction", `${from.layer} may not import ${to.layer}`);

  if (from.noun && to.noun && NOUNS.indexOf(to.noun) > NOUNS.indexOf(from.noun))
    add("noun order", `${from.noun} comes before ${to.noun}`);

  const isDatabase = /^app\/platform\/(db\.server\.ts$|generated\/)/.test(target);
  if (isDatabase && !isTest(file) && ["entry", "routes", "ui"].includes(from.layer))
    add("database", "screens and routes ask the domain");

  const mayUseServer =
    isServerOnly(file) || isTest(file) || isRouteOrScreen(file) || ["entry", "server"].includes(from.layer);
  if (isServerOnly(target) && !mayUseServer) add("pure", "a pure file imports no .server file");
  return found;
}

function isDirectionAllowed(file: string, from: Place, to: Place, target: string): boolean {
  if (from.layer === to.layer) return true;
  switch (from.layer) {
    case "entry":
      if (to.layer === "server") return file === "app/entry.server.tsx" && target === "app/server/serve.ts";
      return ["domain", "platform", "ui"].includes(to.layer);
    case "routes":
      return ["domain", "platform", "ui"].includes(to.layer);
    case "server":
      return ["domain", "platform"].includes(to.layer);
    case "domain":
      return to.layer === "platform" || (to.layer === "ui" && file.endsWith(".tsx"));
    default:
      return false;
  }
}

function judgeName(file: string): Violation[] {
  const [, ...segments] = file.split("/");
  const found: Violation[] = [];
  const { layer, noun } = placeOf(file);
  if (layer === "entry" ? !ENTRIES.includes(segments[0] ?? "") : !FOLDERS.includes(layer))
    found.push({ rule: "unknown folder", file, detail: "not one of the places that app/ has" });
  if (layer === "domain" && !(noun && NOUNS.includes(noun)))
    found.push({ rule: "unknown folder", file, detail: "not a noun of the domain" });
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    const name = isLast ? segment.replace(/(\.(server|client|db|test|d))*\.(tsx?|css)$/, "") : segment;
    const isRouteName = layer === "routes" && index === 1;
    const isFramework = layer === "entry" && isLast;
    if (!isFramework && !(isRouteName ? ROUTE_NAME : KEBAB).test(name))
      found.push({ rule: "file name", file, detail: `not kebab-case: ${segment}` });
    if (BANNED_NAMES.includes(name)) found.push({ rule: "banned name", file, detail: `says nothing: ${segment}` });
  });
  return found;
}

function judgeSize({ path: file, text }: SourceFile): Violation[] {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return lines > MOST_LINES ? [{ rule: "size", file, detail: `${lines} lines, at most ${MOST_LINES}` }] : [];
}

/** True when all that a file does is to hand on what others export. */
function isBarrel(source: ts.SourceFile): boolean {
  const imported = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !statement.importClause) continue;
    const { name, namedBindings } = statement.importClause;
    if (name) imported.add(name.text);
    if (namedBindings && ts.isNamespaceImport(namedBindings)) imported.add(namedBindings.name.text);
    if (namedBindings && ts.isNamedImports(namedBindings))
      for (const element of namedBindings.elements) imported.add(element.name.text);
  }
  const handsOn = (statement: ts.Statement): boolean => {
    if (!ts.isExportDeclaration(statement)) return false;
    if (statement.moduleSpecifier) return true;
    const clause = statement.exportClause;
    return (
      clause !== undefined &&
      ts.isNamedExports(clause) &&
      clause.elements.length > 0 &&
      clause.elements.every(({ name, propertyName }) => imported.has((propertyName ?? name).text))
    );
  };
  return (
    source.statements.some(handsOn) &&
    source.statements.every((statement) => ts.isImportDeclaration(statement) || handsOn(statement))
  );
}

/** One violation for each ring of files that import each other, named by the way round it. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): Violation[] {
  const found: Violation[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      const ring = trail.slice(start);
      found.push({ rule: "cycle", file, detail: [...ring, file].join(" -> ") });
      return;
    }
    if (done.has(file)) return;
    trail.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    trail.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
