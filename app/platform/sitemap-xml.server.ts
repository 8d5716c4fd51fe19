import { Readable, pipeline } from "node:stream";
import type { Transform } from "node:stream";
import { ErrorLevel, SitemapIndexStream, SitemapStream } from "sitemap";

/** What the format lets one file hold. */
export const MOST_ADDRESSES = 50_000;

/** The library writes every element by itself; sent like that, a file takes twenty times as long. */
const PIECE_LENGTH = 64 * 1_024;

export const XML_HEADERS = {
  "Cache-Control": "public, max-age=3600",
  "Content-Type": "application/xml; charset=utf-8",
};

export type SitemapEntry = { path: string; changedAt?: Date };

type OnError = (error: unknown) => void;

/** Pages as a sitemap, written while they are read: neither all of them nor all of the text is ever in memory. */
export function sitemapXml(entries: AsyncIterable<SitemapEntry>, origin: string, onError: OnError): Readable {
  const xmlns = { news: false, xhtml: false, image: false, video: false };
  const xml = new SitemapStream({ hostname: origin, level: ErrorLevel.THROW, lastmodDateOnly: true, xmlns });
  return written(itemsOf(entries), xml, onError);
}

/** The files of a sitemap that is too large for one. */
export function sitemapIndexXml(addresses: readonly string[], onError: OnError): Readable {
  return written(addresses, new SitemapIndexStream({ level: ErrorLevel.THROW }), onError);
}

async function* itemsOf(entries: AsyncIterable<SitemapEntry>) {
  for await (const { path, changedAt } of entries) {
    yield changedAt === undefined ? { url: path } : { url: path, lastmod: changedAt.toISOString() };
  }
}

/** What ends a stream whose reader went away in the middle, which is no failure of ours. */
const READER_LEFT = ["ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR"];

function written(items: Iterable<unknown> | AsyncIterable<unknown>, xml: Transform, onError: OnError): Readable {
  pipeline(Readable.from(items), xml, (error) => {
    if (error && !READER_LEFT.includes(error.code ?? "")) onError(error);
  });
  return Readable.from(inPieces(xml), { objectMode: false });
}

async function* inPieces(xml: AsyncIterable<unknown>): AsyncGenerator<string> {
  let piece = "";
  for await (const chunk of xml) {
    piece += String(chunk);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
