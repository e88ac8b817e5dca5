// jsonld.js in safe mode, oxigraph and rdf-validate-shacl read what export-samples wrote into FOLDER: the same quads from
// JSON-LD, Turtle and N-Quads, the counts of the facts by SPARQL, and the shapes hold.
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

function count(store, pattern) {
  const rows = store.query(`
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX prov: <http://www.w3.org/ns/prov#>
    PREFIX oa: <http://www.w3.org/ns/oa#>
    SELECT (COUNT(*) AS ?n) WHERE { ${pattern} }`);
  return Number(rows[0].get('n').value);
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
  equal(count(stores.turtle, '?s a rdf:Statement'), counts.edges, 'statements');
  const facts = fs.readFileSync(`${folder}/edges.ndjson`, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
  const sources = facts.reduce((sum, edge) => sum + (edge.sources ?? []).length, 0);
  equal(count(stores.turtle, '?s a rdf:Statement ; prov:wasAttributedTo ?who . ?who rdfs:label ?name'), sources, 'sources');
  const supports = facts.reduce((sum, edge) => sum + (edge.statements ?? []).length, 0);
  equal(count(stores.turtle, '?s a rdf:Statement ; prov:wasDerivedFrom ?where . ?where oa:hasSelector/oa:exact ?text'),
    supports, 'sentences');
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

await (fs.statSync(files.jsonld).size > LARGEST ? part() : whole());
