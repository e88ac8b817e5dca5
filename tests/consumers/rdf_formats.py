"""rdflib reads JSON-LD, Turtle and N-Quads: the same triples in each, and SPARQL finds a sentence with its source."""
import json
import sys

try:
    import rdflib
    from rdflib.compare import to_isomorphic  # noqa: F401
except ImportError:
    print("skipped: rdflib (python3-rdflib) is not installed")
    sys.exit(77)

folder = sys.argv[1]
rdflib.NORMALIZE_LITERALS = False
counts = {}
triples = {}
for name, file, kind in (("jsonld", "graph.jsonld", "json-ld"), ("turtle", "graph.ttl", "turtle"),
                         ("nquads", "graph.nq", "nquads")):
    graph = rdflib.ConjunctiveGraph()
    graph.parse(f"{folder}/{name}/{file}", format=kind)
    triples[name] = {(s, p, o) for s, p, o in graph.triples((None, None, None))}
    counts[name] = len(triples[name])
assert triples["turtle"] == triples["nquads"], counts
assert triples["jsonld"] == triples["turtle"], (counts, list(triples["jsonld"] ^ triples["turtle"])[:5])

graph = rdflib.Graph()
graph.parse(f"{folder}/turtle/graph.ttl", format="turtle")
rows = list(graph.query("""
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?who ?text WHERE {
  ?s a rdf:Statement ; rdf:subject/rdfs:label "Suède"@fr ; rdf:object/rdfs:label "soldats"@fr ;
     prov:wasAttributedTo/rdfs:label ?who ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?text }"""))
assert {str(r[0]) for r in rows} == {"agence lettone LETA", "Lettonie"}, rows
assert {str(r[1]) for r in rows} == {"Suède envoyer soldats."}, rows
print("rdflib", rdflib.__version__, json.dumps(counts))
