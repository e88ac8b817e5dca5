"""igraph reads the GraphML, strict or not: every node and edge with all its properties, parallel edges apart."""
import sys

try:
    import igraph
except ImportError:
    print("skipped: igraph (python3-igraph) is not installed")
    sys.exit(77)
from facts import Facts, check_item, legal


def id_of(attribute):
    """igraph 0.10 leaves the ampersands of XML attributes as libxml2 hands them over when it keeps entities."""
    return attribute.replace("&#38;", "&")


folder = sys.argv[1]
facts = Facts(folder)
for path in (folder + "/graphml/graph.graphml", folder + "/strict.graphml"):
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    assert graph.vcount() == facts.counts["nodes"] and graph.ecount() == facts.counts["edges"], path
    assert graph.is_multiple().count(True) == facts.counts["edges"] - facts.counts["pairs"], path
    ids = [id_of(node) for node in graph.vs["id"]]
    for node in graph.vs:
        data = node.attributes()
        check_item(facts.nodes[id_of(data.pop("id"))], data)
    for edge in graph.es:
        data = edge.attributes()
        want = facts.edges[data.pop("id")]
        assert (ids[edge.source], ids[edge.target]) == (legal(want["source"]), legal(want["target"])), want["id"]
        check_item(want, data)
print("igraph", igraph.__version__, facts.counts)
