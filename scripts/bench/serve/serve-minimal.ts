import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { MINIMAL_BUILD } from "./minimal-page.tsx";

/*
 * The yardstick for what rendering costs: the smallest Remix application that shows as many cards. Remix's own way of
 * rendering (streamed), its Express adapter, and nothing else: no guard, no log, no headers, no compression.
 */
const app = express();
app.disable("x-powered-by");
app.get("/readyz", (_req, res) => void res.send("ready"));
const answer = createRequestHandler({ build: MINIMAL_BUILD, mode: "production" });
app.all("*", (req, res, next) => void answer(req, res, next));
const server = app.listen(Number(process.env["PORT"]), process.env["HOST"] ?? "127.0.0.1");
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
