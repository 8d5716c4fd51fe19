// Runs as a child process of render-drawing.ts: turns drawings (SVG) into pixels. A process of its own because the
// photo pipeline blocks sharp's SVG loader, and that block holds for the whole process that sets it.
import process from "node:process";
import sharp from "sharp";

sharp.concurrency(1);
sharp.cache(false);

process.on("message", async ({ id, svg, size }) => {
  try {
    // The density makes librsvg draw at the wanted size instead of scaling a bigger bitmap down.
    const bytes = await sharp(Buffer.from(svg), { density: (72 * size) / 1200 })
      .flatten({ background: "#ffffff" })
      .raw()
      .toBuffer();
    process.send?.({ id, bytes });
  } catch (error) {
    process.send?.({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
