/** A field of a multipart form, or a file by its name. */
export type Part = { name: string; file?: string; body: string | Buffer };

export function encode(parts: readonly Part[], boundary = "bound"): Buffer {
  const pieces = parts.flatMap(({ name, file, body }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"\r\nContent-Type: image/jpeg`}\r\n\r\n`,
    ),
    Buffer.from(body),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

export function cut(body: Buffer, length: number): Buffer[] {
  const count = Math.ceil(body.length / length);
  return Array.from({ length: count }, (_, at) => body.subarray(at * length, (at + 1) * length));
}

/** A request whose body arrives in the given pieces. */
export function sent(
  pieces: readonly Uint8Array[],
  contentType = "multipart/form-data; boundary=bound",
  end = true,
): Request {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      if (end) controller.close();
    },
  });
  const init = { method: "POST", headers: { "Content-Type": contentType }, body, duplex: "half" as const };
  return new Request("http://localhost/", init);
}
