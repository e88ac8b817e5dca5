"""Python's own readers on GEXF, CSV, neo4j-admin CSV, Cypher, JSON-LD, JSON Lines, SVG and, where Graphviz is there, DOT."""
import csv
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

folder = sys.argv[1]
expected = json.load(open(folder + "/counts.json"))
csv.field_size_limit(10**8)


def check_gexf():
    ns = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
    root = xml.parse(folder + "/gexf/graph.gexf").getroot()
    nodes = root.findall(".//g:node", ns)
    edges = root.findall(".//g:edge", ns)
    assert len(nodes) == expected["nodes"] and len(edges) == expected["edges"]
    kinds = {(e.get("source"), e.get("target"), e.get("kind")) for e in edges}
    assert len(kinds) == expected["edges"], "Gephi would merge edges"
    assert all(n.find("viz:position", ns) is not None and n.find("viz:color", ns) is not None for n in nodes)
    assert len({(n.find("viz:position", ns).get("x"), n.find("viz:position", ns).get("y")) for n in nodes}) > len(nodes) / 2
    declared = {a.get("id") for a in root.findall(".//g:attribute", ns)}
    assert all(v.get("for") in declared for v in root.findall(".//g:attvalue", ns))
    dated = [e for e in edges if e.get("start")]
    assert dated and all(re.fullmatch(r"\d{4}-\d\d-\d\d", e.get("start")) for e in dated)


def check_graphml_kinds():
    ns = {"g": "http://graphml.graphdrawing.org/xmlns"}
    root = xml.parse(folder + "/graphml/graph.graphml").getroot()
    edges = root.findall(".//g:edge", ns)
    assert len({(e.get("source"), e.get("target"), e.get("{urn:maillon:gephi}label")) for e in edges}) == expected["edges"]
    typed = [e for e in edges if e.get("{urn:maillon:gephi}label")]
    assert all(e.get("label") is None and e[0].get("key") == "label" for e in typed), "APOC reads its type first"
    names = [k.get("attr.name") for k in root.findall("g:key", ns)]
    assert not {"id", "source", "target", "type", "timeset"} & set(names)
    assert len({k.get("id") for k in root.findall("g:key", ns)}) == len(names)
    assert all(d.text for d in root.iter("{%s}data" % ns["g"])), "empty data"
    assert all(n.get("labels").startswith(":Entity:") for n in root.findall(".//g:node", ns))
    strict = xml.parse(folder + "/strict.graphml").getroot()
    allowed = {"node": {"id"}, "edge": {"id", "source", "target"}, "key": {"id", "for", "attr.name", "attr.type"}}
    for element in strict.iter():
        name = element.tag.split("}")[1]
        assert set(element.attrib) <= allowed.get(name, set(element.attrib)), element.attrib


def check_csv():
    for name, count in (("nodes", expected["nodes"]), ("edges", expected["edges"]), ("evidence", None)):
        rows = list(csv.reader(open(f"{folder}/csv/{name}.csv", newline="", encoding="utf-8")))
        assert count is None or len(rows) == count + 1
        assert len({len(r) for r in rows}) == 1, name
        for row in rows[1:]:
            for cell in row:
                assert not cell or cell[0] not in "=@\t\r\n+", cell[:40]
                assert not cell.startswith("-") or re.fullmatch(r"-[\d.e+-]+", cell), cell[:40]


def check_neo4j():
    for name in ("nodes", "edges"):
        base = f"{folder}/neo4j-csv/{name}"
        header = open(base + "-header.csv").read().strip().split(",")
        text = open(base + ".csv", newline="", encoding="utf-8").read()
        assert text.count("\n") == expected[name], "a value holds a line end"
        for row in csv.reader(text.split("\n")[:-1]):
            assert len(row) == len(header)
            cells = dict(zip(header, row))
            if name == "nodes":
                assert cells[":LABEL"].split("\x1f")[0] == "Entity"
            else:
                assert cells[":TYPE"] and float(cells["weight:double"]) >= 1
    assert "--array-delimiter=U+001F" in open(folder + "/neo4j-csv/import.sh").read()


def check_cypher():
    """A lexer for strings, quoted names and brackets: hostile text must not get out of its literal."""
    text = open(folder + "/cypher/graph.cypher", encoding="utf-8").read()
    token = re.compile(r"'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`|[^'`]+", re.S)
    bare, at = [], 0
    while at < len(text):
        found = token.match(text, at)
        assert found, text[at:at + 80]
        at = found.end()
        bare.append("_" if found.group()[0] in "'`" else found.group())
    statements = [s.strip() for s in "".join(bare).split(";\n") if s.strip()]
    assert statements[0].startswith("CREATE CONSTRAINT")
    for s in statements[1:]:
        assert s.startswith("UNWIND split(_, _) AS row\nWITH split(row, _) AS f\n") and "MERGE" in s, s[:200]
        assert not re.search(r"\b(DETACH|DELETE|DROP)\b", s)
    assert text.count("\x1e") + len(statements) - 1 == expected["nodes"] + expected["edges"]


def check_jsonld():
    data = json.load(open(folder + "/jsonld/graph.jsonld", encoding="utf-8"))
    ids = [item["@id"] for item in data["@graph"]]
    assert len(ids) == len(set(ids)), "a node comes twice"
    assert all(re.fullmatch(r"[a-z]+:[!-~]+", i) and not re.search(r'[<>"{}|\\^`]', i) for i in ids)
    prefixes = {k for k, v in data["@context"].items() if isinstance(v, str)}
    for item in data["@graph"]:
        for key in item:
            known = key.startswith("@") or key in data["@context"] or key.split(":")[0] in prefixes
            assert known, key
    assert sum("rdf:Statement" in item["@type"] for item in data["@graph"]) == expected["edges"]


def check_ndjson():
    counts = {"document": 0, "node": 0, "edge": 0}
    nodes, supports = set(), 0
    for line in open(folder + "/ndjson/graph.ndjson", encoding="utf-8"):
        item = json.loads(line)
        counts[item["record"]] += 1
        if item["record"] == "node":
            nodes.add(item["id"])
        if item["record"] == "edge":
            assert {item["source"], item["target"]} <= nodes, item["id"]
            supports += len(item.get("evidence", []))
            assert all(isinstance(e["statement"], str) for e in item.get("evidence", []))
    assert counts["node"] == expected["nodes"] and counts["edge"] == expected["edges"], counts
    assert supports >= expected["supports"]


def check_svg():
    """Graphviz's groups: one a node, titled with its id, within what the picture shows."""
    ns = {"s": "http://www.w3.org/2000/svg"}
    root = xml.parse(folder + "/svg/graph.svg").getroot()
    scene = root.find("s:g", ns)
    right, down = map(float, re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", scene.get("transform")).groups())
    left, top, width, height = map(float, root.get("viewBox").split())
    groups = {kind: scene.findall(f"s:g[@class='{kind}']", ns) for kind in ("node", "edge")}
    titles = [g.find("s:title", ns).text for g in groups["node"]]
    labels = {row["id"]: row["label"] for row in csv.DictReader(open(folder + "/csv/nodes.csv", newline="", encoding="utf-8"))}
    assert len(titles) == len(set(titles)) == min(expected["nodes"], 300) and set(titles) <= set(labels), len(titles)
    assert groups["edge"] and all(g.find(".//s:path", ns) is not None for g in groups["edge"])
    for title, group in zip(titles, groups["node"]):
        assert (group.find("s:text", ns) is not None) == bool(labels[title].split()), title
    for disc in scene.iterfind("s:g[@class='node']//s:ellipse", ns):
        x, y = float(disc.get("cx")) + right, float(disc.get("cy")) + down
        assert left < x < left + width and top < y < top + height, (x, y)


def check_dot():
    if not shutil.which("dot"):
        return "graphviz is not installed"
    out = subprocess.run(["dot", "-Tcanon", folder + "/dot/graph.dot"], capture_output=True, check=True).stdout
    assert out.count(b" -> ") == expected["edges"]


skipped = []
for check in (check_gexf, check_graphml_kinds, check_csv, check_neo4j, check_cypher, check_jsonld, check_ndjson, check_svg,
              check_dot):
    reason = check()
    print("skipped" if reason else "ok", check.__name__, reason or "")
    if reason:
        skipped.append(f"{check.__name__}: {reason}")
if skipped:  # the others passed
    print("skipped:", *skipped)
    sys.exit(77)
