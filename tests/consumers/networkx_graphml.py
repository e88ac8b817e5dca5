"""NetworkX reads the GraphML: counts, parallel edges, typed attributes, lists as JSON."""
import json
import sys

try:
    import networkx
except ImportError:
    print("skipped: networkx (python3-networkx) is not installed")
    sys.exit(77)

folder = sys.argv[1]
expected = json.load(open(folder + "/counts.json"))
for path in (folder + "/graphml/graph.graphml", folder + "/strict.graphml"):
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    assert graph.number_of_nodes() == expected["nodes"], path
    assert graph.number_of_edges() == expected["edges"], path
    assert len({(a, b) for a, b, _ in graph.edges(keys=True)}) == expected["pairs"], path
    assert sum(data["weight"] for _, _, data in graph.edges(data=True)) == expected["weights"], path
    berg = graph.nodes["person:anna-berg"]
    assert berg["label"] == "Anna Berg" and berg["class"] == "Person" and berg["named"] is True
    assert len(json.loads(berg["documents"])) == 3
    for _, _, data in graph.edges(data=True):
        assert isinstance(data["weight"], float)
        for evidence in json.loads(data.get("evidence", "[]")):
            assert isinstance(json.loads(evidence)["begin"], int)
print("networkx", networkx.__version__, "read", expected)
