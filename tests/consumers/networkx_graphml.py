"""NetworkX reads the GraphML: every node and edge with all its properties, parallel edges apart."""
import sys

try:
    import networkx
except ImportError:
    print("skipped: networkx (python3-networkx) is not installed")
    sys.exit(77)
from facts import Facts, check_item, legal

folder = sys.argv[1]
facts = Facts(folder)
graph = networkx.read_graphml(folder + "/graphml/graph.graphml", force_multigraph=True)
assert graph.is_directed()
assert graph.number_of_nodes() == facts.counts["nodes"]
assert graph.number_of_edges() == facts.counts["edges"]
for node, data in graph.nodes(data=True):
    check_item(facts.nodes[node], data)
weights = 0
for source, target, key, data in graph.edges(keys=True, data=True):
    edge = facts.edges[key]
    assert (source, target) == (legal(edge["source"]), legal(edge["target"])), edge["id"]
    assert data.pop("id", key) == key
    check_item(edge, data)
    weights += edge["weight"]
assert weights == facts.counts["weights"]
print("networkx", networkx.__version__, facts.counts)
