// jsonld.js in safe mode, oxigraph and rdf-validate-shacl read what export-samples wrote into FOLDER: the same quads from
// JSON-LD, Turtle and N-Quads, the counts of the facts and the answers of `maillon query` by SPARQL, and the shapes hold.
//   node read.mjs FOLDER SHAPES
import fs from 'node:fs';
import readline from 'node:readline';
import jsonld from 'jsonld';
import oxigraph from 'oxigraph';
import dataset from '@rdfjs/dataset';
import SHACLValidator from 'rdf-validate-shacl';

/** Larger documents are more than a JavaScript string holds: of them, jsonld.js reads the first nodes. */
const LARGEST = 100_000_000;
const PART = 5_000;

const [folder, shapesFile] = process.argv.slice(2);
const counts = JSON.parse(fs.readFileSync(`${folder}/counts.json`, 'utf8'));
const files = {
  jsonld: `${folder}/jsonld/graph.jsonld`,
  turtle: `${folder}/turtle/graph.ttl`,
  nquads: `${folder}/nquads/graph.nq`,
};

function equal(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: ${found}, but should be ${wanted}`);
}

/** Fails where anything is not inline, and where a term would be dropped. */
async function quadsOf(document) {
  return jsonld.toRDF(document, {
    safe: true,
    format: 'application/n-quads',
    documentLoader: (url) => { throw new Error(`asks for ${url}`); },
  });
}

function storeOf(text, format) {
  const store = new oxigraph.Store();
  store.load(text, { format, unchecked: false });
  return store;
}

const lines = (nquads) => new Set([...storeOf(nquads, 'application/n-quads').match()].map(String));

function difference(a, b) {
  return [...a].filter((item) => !b.has(item)).slice(0, 3).join('\n').slice(0, 2000);
}

function ask(store, query) {
  return store.query(`
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX schema: <https://schema.org/>
    PREFIX maillon: <urn:maillon:term:>
    PREFIX relation: <urn:maillon:relation:>
    ${query}`);
}

function count(store, pattern) {
  return Number(ask(store, `SELECT (COUNT(*) AS ?n) WHERE { ${pattern} }`)[0].get('n').value);
}

async function* facts(file) {
  for await (const line of readline.createInterface({ input: fs.createReadStream(`${folder}/${file}`) }))
    if (line) yield JSON.parse(line);
}

/** What the graph's facts say, and what `maillon query` answers to the first of queries.cypher. */
async function questions(store) {
  let sources = 0, supports = 0, negative = 0;
  for await (const edge of facts('edges.ndjson')) {
    sources += (edge.sources ?? []).length;
    supports += (edge.statements ?? []).length;
    negative += edge.polarity === 'negative' ? 1 : 0;
  }
  equal(count(store, '?s a rdf:Statement'), counts.edges, 'statements');
  equal(count(store, "?s a rdf:Statement ; maillon:polarity 'negative'"), negative, 'denied statements');
  equal(count(store, '?s a oa:SpecificResource'), counts.supports, 'evidences');
  equal(count(store, '?s a rdf:Statement ; prov:wasAttributedTo ?who . ?who rdfs:label ?name'), sources, 'sources');
  equal(count(store, '?s a rdf:Statement ; prov:wasDerivedFrom ?where . ?where oa:hasSelector/oa:exact ?text'), supports, 'sentences');
  const found = ask(store, `
    SELECT ?who (COUNT(DISTINCT ?q) AS ?met) (SUM(?weight) AS ?reports) WHERE {
      ?s a rdf:Statement ; rdf:predicate relation:MEETS ; rdf:subject ?p ; rdf:object ?q ; maillon:weight ?weight .
      ?p a maillon:Person ; schema:identifier ?who
    } GROUP BY ?who HAVING (COUNT(DISTINCT ?q) > 1)`);
  const rows = new Map(found.map((row) => [row.get('who').value, `${row.get('met').value} ${row.get('reports').value}`]));
  let answers = 0;
  for await (const row of facts('answers/0.ndjson')) {
    equal(rows.get(row.who), `${row.met} ${row.reports}`, `meetings of ${row.who}`);
    ++answers;
  }
  equal(rows.size, answers, 'persons who met more than one');
  console.log(`SPARQL over ${store.size} quads: ${answers} rows as maillon query has them`);
}

async function whole() {
  const document = JSON.parse(fs.readFileSync(files.jsonld, 'utf8'));
  const stores = {
    jsonld: storeOf(await quadsOf(document), 'application/n-quads'),
    oxigraph: storeOf(fs.readFileSync(files.jsonld, 'utf8'), 'application/ld+json'),
    turtle: storeOf(fs.readFileSync(files.turtle, 'utf8'), 'text/turtle'),
    nquads: storeOf(fs.readFileSync(files.nquads, 'utf8'), 'application/n-quads'),
  };
  const sets = Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, new Set([...store.match()].map(String))]));
  for (const name of Object.keys(sets)) {
    if (difference(sets[name], sets.nquads) || difference(sets.nquads, sets[name]))
      throw new Error(`${name} and nquads differ:\n${difference(sets[name], sets.nquads)}\n--\n${difference(sets.nquads, sets[name])}`);
    console.log(`${name}: ${stores[name].size} quads`);
  }
  await questions(stores.turtle);
  await shapesHold();
}

async function shapesHold() {
  if (!fs.existsSync(shapesFile)) {
    console.log(`skipped, all else passed: ${shapesFile} is not there`);
    process.exitCode = 77;
    return;
  }
  // Not out of a store: oxigraph keeps xsd:nonNegativeInteger as xsd:integer there.
  const quads = (file) => dataset.dataset(oxigraph.parse(fs.readFileSync(file, 'utf8'), { format: 'text/turtle' }));
  const shapes = quads(shapesFile);
  const data = quads(files.turtle);
  const report = await new SHACLValidator(shapes).validate(data);
  if (!report.conforms)
    throw new Error('shapes: ' + report.results.slice(0, 5).map((r) =>
      `${r.focusNode?.value} ${r.path?.value} ${r.message.map((m) => m.value)}`).join('\n'));
  console.log(`the shapes hold: ${shapes.size} quads of shapes`);
}

/** All quads of a file that no JavaScript string can hold. */
function storeOfFile(file) {
  function* pieces() {
    const descriptor = fs.openSync(file);
    const buffer = Buffer.alloc(1 << 20);
    for (let size; (size = fs.readSync(descriptor, buffer)) > 0;) yield buffer.subarray(0, size);
    fs.closeSync(descriptor);
  }
  const store = new oxigraph.Store();
  store.load(pieces(), { format: 'application/n-quads', no_transaction: true });
  return store;
}

/** The first nodes of the document, which is one node a line, against the quads of the same subjects. */
async function part() {
  const head = [];
  const nodes = [];
  for await (const line of readline.createInterface({ input: fs.createReadStream(files.jsonld) })) {
    const item = line.replace(/,$/, '');
    if (nodes.length === 0 && !item.startsWith('{"@id"')) head.push(line);
    else if (nodes.push(JSON.parse(item)) === PART) break;
  }
  const context = JSON.parse(head.join('\n') + ']}')['@context'];
  const found = lines(await quadsOf({ '@context': context, '@graph': nodes }));
  const subjects = new Set([...found].map((quad) => quad.slice(0, quad.indexOf(' '))));
  const wanted = [];
  for await (const line of readline.createInterface({ input: fs.createReadStream(files.nquads) }))
    if (subjects.has(line.slice(0, line.indexOf(' ')))) wanted.push(line);
  const there = lines(wanted.join('\n'));
  const lost = difference(there, found), more = difference(found, there);
  if (lost || more) throw new Error(`jsonld and nquads differ:\n${lost}\n--\n${more}`);
  console.log(`${nodes.length} nodes of JSON-LD: ${found.size} quads`);
}

if (fs.statSync(files.jsonld).size > LARGEST) {
  await part();
  await questions(storeOfFile(files.nquads));
} else {
  await whole();
}
