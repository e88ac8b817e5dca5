import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Gephi imports the GraphML and the GEXF of each folder as its menu does, and has every node and edge with all
 * properties, parallel edges apart; with GEXF also the intervals, colours, sizes and positions. Draws the smaller ones.
 */
public final class GephiReads {
  /** Larger pictures take minutes and show nothing. */
  private static final int LARGEST_PICTURE = 2000;

  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      Facts facts = new Facts(Path.of(folder));
      new GephiReads(facts, "graphml/graph.graphml", false).run();
      new GephiReads(facts, "gexf/graph.gexf", true).run();
    }
    System.exit(0);  // NetBeans leaves threads behind
  }

  private final Facts facts;
  private final File file;
  private final boolean gexf;
  private DirectedGraph graph;

  private GephiReads(Facts facts, String file, boolean gexf) {
    this.facts = facts;
    this.file = facts.folder.resolve(file).toFile();
    this.gexf = gexf;
  }

  private void run() throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    read(workspace);
    Facts.equal(graph.getNodeCount(), facts.count("nodes"), file, "nodes");
    Facts.equal(graph.getEdgeCount(), facts.count("edges"), file, "edges: some were merged or lost");
    facts.eachNode(this::checkNode);
    Set<String> pairs = new HashSet<>();
    double[] weights = {0};
    facts.eachEdge(want -> {
      Edge edge = checkEdge(want);
      pairs.add(edge.getSource().getStoreId() + " " + edge.getTarget().getStoreId());
      weights[0] += edge.getWeight();
    });
    Facts.equal(pairs.size(), facts.count("pairs"), file, "pairs");
    Facts.equal(weights[0], (double) facts.count("weights"), file, "weights");
    if (gexf) checkLook();
    if (gexf && graph.getNodeCount() <= LARGEST_PICTURE) draw(workspace);
    System.out.println("gephi " + file + " " + facts.counts);
    projects.closeCurrentProject();
  }

  private void read(Workspace workspace) throws Exception {
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    Container container = imports.importFile(file);
    List<String> complaints = new ArrayList<>();
    for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
      // Gephi has no place for what the graph itself says; our own import does.
      boolean known = issue.getMessage().equals("Graph attributes 'documents' ignored as not supported by Gephi");
      if (issue.getLevel() != Issue.Level.INFO && !known) complaints.add(issue.getLevel() + " " + issue.getMessage());
    }
    Facts.check(complaints.isEmpty(), file, complaints.size() + " complaints", complaints.stream().limit(5).toList());
    Facts.check(!container.getUnloader().containsAutoNodes(), file, "edges name nodes that are not there");
    container.getLoader().setAutoScale(false);  // the choice in the import dialogue that keeps positions as they are
    imports.process(container, new DefaultProcessor(), workspace);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    graph = model.getDirectedGraph();
    Facts.equal(model.isDirected(), true, file, "directed");
  }

  private void checkNode(JsonNode want) {
    Node node = graph.getNode(Facts.legal(want.get("id").asText()));
    Facts.check(node != null, file, "lost", want.get("id"));
    Facts.equal(node.getLabel(), Facts.legal(want.get("label").asText()), file, want.get("id"), "label");
    checkProperties(want, node);
    List<String> names = new ArrayList<>();
    for (JsonNode item : Facts.parse((String) attribute(node, "merges", "[]")))
      names.add(Facts.parse(item.asText()).path("name").asText());
    Facts.equal(names, Facts.strings(want.get("merged_names")), file, want.get("id"), "merges");
  }

  private Edge checkEdge(JsonNode want) {
    Edge edge = graph.getEdge(want.get("id").asText());
    Facts.check(edge != null, file, "lost", want.get("id"));
    Facts.equal(edge.getSource().getId(), Facts.legal(want.get("source").asText()), file, edge.getId(), "source");
    Facts.equal(edge.getTarget().getId(), Facts.legal(want.get("target").asText()), file, edge.getId(), "target");
    Facts.equal(edge.getLabel(), want.get("label").asText(), file, edge.getId(), "label");
    Facts.equal(edge.getWeight(), want.get("weight").asDouble(), file, edge.getId(), "weight");
    Facts.check(edge.isDirected(), file, edge.getId(), "is not directed");
    // "MEETS", and "MEETS 2" where two edges of one relation lie between two nodes
    String type = String.valueOf(edge.getTypeLabel());
    Facts.check(type.replaceFirst(" \\d+$", "").equals(edge.getLabel()), file, edge.getId(), "type", type);
    checkProperties(want, edge);
    JsonNode evidence = Facts.parse((String) attribute(edge, "evidence", "[]"));
    List<String> statements = new ArrayList<>(), sentences = new ArrayList<>();
    for (JsonNode item : evidence) {
      JsonNode support = Facts.parse(item.asText());
      statements.add(support.get("statement").asText());
      sentences.add(support.get("text").asText());
    }
    Facts.equal(statements, Facts.strings(want.get("statements")), file, edge.getId(), "evidence");
    Facts.equal(sentences, Facts.strings(want.get("sentences")), file, edge.getId(), "sentences");
    return edge;
  }

  private static Object attribute(Element element, String name, Object none) {
    // By its title, which is what people see; the id is that of the format.
    for (Column column : element.getTable())
      if (column.getTitle().equals(name) && element.getAttribute(column) != null) return element.getAttribute(column);
    return none;
  }

  private void checkProperties(JsonNode want, Element element) {
    for (Map.Entry<String, JsonNode> property : want.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (name.equals("label") || name.equals("weight") || Facts.DERIVED.contains(name)) continue;
      Object found = attribute(element, name, null);
      if (value.isArray()) {
        List<String> items = Facts.strings(value).stream().map(Facts::legal).toList();
        Facts.equal(Facts.strings(Facts.parse((String) found)), items, file, element.getId(), name);
      } else if (value.isBoolean()) {
        Facts.equal(found, value.asBoolean(), file, element.getId(), name);
      } else if (value.isNumber()) {
        Facts.equal(found, value.asDouble(), file, element.getId(), name);
      } else {
        // In plain text Gephi writes Infinity for INF: a relation INFORMER has no other spelling.
        Facts.equal(found, Facts.legal(value.asText()).replace("INF", "Infinity"), file, element.getId(), name);
      }
    }
    if (gexf) checkInterval(want, element);
  }

  private void checkInterval(JsonNode want, Element element) {
    Interval[] found = element.getIntervals();
    if (!want.has("start") && !want.has("end")) {
      Facts.equal(found == null ? 0 : found.length, 0, file, element.getId(), "intervals");
      return;
    }
    Facts.equal(found == null ? 0 : found.length, 1, file, element.getId(), "intervals");
    Facts.equal(found[0].getLow(), day(want.get("start"), Double.NEGATIVE_INFINITY), file, element.getId(), "start");
    Facts.equal(found[0].getHigh(), day(want.get("end"), Double.POSITIVE_INFINITY), file, element.getId(), "end");
  }

  /** Milliseconds since 1970, as Gephi keeps dates. */
  private static double day(JsonNode text, double none) {
    if (text == null) return none;
    return LocalDate.parse(text.asText()).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** Colours, sizes and positions against the file itself, read by another parser. */
  private void checkLook() throws Exception {
    XMLInputFactory parsers = XMLInputFactory.newInstance();
    parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Set<String> places = new HashSet<>();
    try (var bytes = java.nio.file.Files.newInputStream(file.toPath())) {
      XMLStreamReader xml = parsers.createXMLStreamReader(bytes);
      Node node = null;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT) continue;
        switch (xml.getLocalName()) {
          case "node" -> node = graph.getNode(xml.getAttributeValue(null, "id"));
          case "color" -> {
            Facts.equal(node.getColor().getRed(), integer(xml, "r"), file, node.getId(), "red");
            Facts.equal(node.getColor().getGreen(), integer(xml, "g"), file, node.getId(), "green");
            Facts.equal(node.getColor().getBlue(), integer(xml, "b"), file, node.getId(), "blue");
          }
          case "position" -> {
            Facts.equal(node.x(), real(xml, "x"), file, node.getId(), "x");
            Facts.equal(node.y(), real(xml, "y"), file, node.getId(), "y");
            places.add(node.x() + " " + node.y());
          }
          case "size" -> Facts.equal(node.size(), real(xml, "value"), file, node.getId(), "size");
          case "edges" -> node = null;
          default -> { }
        }
      }
    }
    Facts.check(places.size() > graph.getNodeCount() * 9 / 10, file, "only so many positions", places.size());
  }

  private static int integer(XMLStreamReader xml, String name) {
    return Integer.parseInt(xml.getAttributeValue(null, name));
  }

  private static float real(XMLStreamReader xml, String name) {
    return Float.parseFloat(xml.getAttributeValue(null, name));
  }

  private void draw(Workspace workspace) throws Exception {
    PreviewController previews = Lookup.getDefault().lookup(PreviewController.class);
    PreviewModel preview = previews.getModel(workspace);
    preview.getProperties().putValue(PreviewProperty.SHOW_NODE_LABELS, Boolean.TRUE);
    preview.getProperties().putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, Boolean.FALSE);
    previews.refreshPreview(workspace);
    ExportController exports = Lookup.getDefault().lookup(ExportController.class);
    for (String kind : List.of("svg", "pdf")) {
      File picture = facts.folder.resolve("gephi." + kind).toFile();
      exports.exportFile(picture, workspace);
      Facts.check(picture.length() > 1000, picture, "is empty");
    }
  }
}
