// PouchDB as a peer of the sync benchmark. Every answer is one line of JSON on standard output.
//
//   node peer.js serve FOLDER            a server of express-pouchdb; says {"url"}
//   node peer.js laptop FOLDER           a laptop; takes one order a line on standard input:
//     {"do": "fill", "documents": [...]}, {"do": "edit", "id", "field", "value"},
//     {"do": "push" | "both" | "pull", "url", "seconds"}
"use strict";

const path = require("path");
const readline = require("readline");

const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");

function serve(folder) {
  const express = require("express");
  const PouchDB = require("pouchdb").defaults({ prefix: path.join(folder, "server-") });
  const app = express();
  app.use(
    "/",
    require("express-pouchdb")(PouchDB, {
      mode: "minimumForPouchDB",
      inMemoryConfig: true,
      logPath: path.join(folder, "log.txt"),
    })
  );
  const server = app.listen(0, "127.0.0.1", () =>
    say({ url: `http://127.0.0.1:${server.address().port}` })
  );
}

// One replication, stopped after so many seconds; tried again after an error, as a laptop would.
async function replicate(database, order) {
  const begun = Date.now();
  const until = begun + order.seconds * 1000;
  let errors = 0;
  for (;;) {
    const work =
      order.do === "push"
        ? database.replicate.to(order.url)
        : order.do === "pull"
          ? database.replicate.from(order.url)
          : database.sync(order.url);
    let late;
    const stop = new Promise((done) => {
      late = setTimeout(() => done("late"), Math.max(until - Date.now(), 0));
    });
    try {
      const result = await Promise.race([work, stop]);
      clearTimeout(late);
      if (result === "late") {
        work.cancel();
        return { finished: false, seconds: (Date.now() - begun) / 1000, errors };
      }
      return { finished: true, seconds: (Date.now() - begun) / 1000, errors };
    } catch (error) {
      clearTimeout(late);
      errors += 1;
      if (Date.now() >= until) {
        return { finished: false, seconds: (Date.now() - begun) / 1000, errors };
      }
    }
  }
}

function laptop(folder) {
  const PouchDB = require("pouchdb");
  const database = new PouchDB(path.join(folder, "centre"));
  const lines = readline.createInterface({ input: process.stdin });
  let last = Promise.resolve();
  const obey = async (order) => {
    if (order.do === "fill") {
      for (let at = 0; at < order.documents.length; at += 1000) {
        await database.bulkDocs(order.documents.slice(at, at + 1000));
      }
      return { documents: (await database.info()).doc_count };
    }
    if (order.do === "edit") {
      const found = await database.get(order.id);
      found[order.field] = order.value;
      return { rev: (await database.put(found)).rev };
    }
    const done = await replicate(database, order);
    return { ...done, documents: (await database.info()).doc_count };
  };
  lines.on("line", (line) => {
    last = last.then(() => obey(JSON.parse(line))).then(say, (error) => {
      say({ error: String(error) });
    });
  });
  lines.on("close", () => last.then(() => process.exit(0)));
}

const [what, folder] = process.argv.slice(2);
(what === "serve" ? serve : laptop)(folder);
