"""What a consumer must find (nodes.ndjson, edges.ndjson, counts.json of export-samples), and the comparison with it."""
import json
import math
import re

# What XML 1.0 has no characters for; a byte that is no UTF-8 is read as a lone surrogate.
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
NONCHARACTER = re.compile("[\ufffe\uffff]")
LISTS = {"aliases", "documents", "sources", "contradicts"}
DERIVED = {"id", "source", "target", "statements", "sentences", "merged_names", "start", "end"}


def legal(text):
    """The text as an XML format can hold it."""
    return ILLEGAL.sub("", SURROGATE.sub("\ufffd", text))


def listed(text):
    """The text inside a JSON object inside XML, where controls are escaped."""
    return NONCHARACTER.sub("", SURROGATE.sub("\ufffd", text))


def read_lines(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            yield json.loads(line)


class Facts:
    def __init__(self, folder):
        with open(folder + "/counts.json", encoding="utf-8") as file:
            self.counts = json.load(file)
        self.nodes = {legal(n["id"]): n for n in read_lines(folder + "/nodes.ndjson")}
        self.edges = {e["id"]: e for e in read_lines(folder + "/edges.ndjson")}
        assert len(self.nodes) == self.counts["nodes"] and len(self.edges) == self.counts["edges"]


def is_nothing(value):
    return value is None or value == "" or (isinstance(value, float) and math.isnan(value))


def check_item(want, got):
    """Compares a node or edge of the facts with the attributes that a consumer read from GraphML."""
    got = {name: value for name, value in got.items() if not is_nothing(value)}
    for name, value in want.items():
        if name in DERIVED:
            continue
        if name in LISTS:
            found, value = json.loads(got.pop(name)), [legal(item) for item in value]
        elif isinstance(value, str):
            value = legal(value)
            if not value:
                continue
            found = got.pop(name)
        else:
            found = got.pop(name)
        assert found == value, (want["id"], name, found, value)
    evidence = [json.loads(item) for item in json.loads(got.pop("evidence", "[]"))]
    assert [e["statement"] for e in evidence] == want.get("statements", []), want["id"]
    sentences = [listed(text) for text in want.get("sentences", [])]
    assert [e.get("text", "") for e in evidence] == sentences, want["id"]
    merges = [json.loads(item) for item in json.loads(got.pop("merges", "[]"))]
    assert [m.get("name", "") for m in merges] == [listed(n) for n in want.get("merged_names", [])], want["id"]
    assert not got, (want["id"], "not in the graph", got)
