import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilder;
import org.neo4j.harness.Neo4jBuilders;

/**
 * Neo4j takes in the Cypher script (twice: the second time changes nothing), the GraphML through APOC, and the CSV files
 * through neo4j-admin with the command that lies beside them. Each time it has every node and relationship with labels,
 * type and all properties, and answers the queries of queries.cypher as `maillon query` does (answers/N.ndjson).
 *   Neo4jReads WORK QUERIES FOLDER...     WORK is emptied
 */
public final class Neo4jReads {
  public static void main(String[] arguments) throws Exception {
    Path work = Path.of(arguments[0]).toAbsolutePath();
    List<String> queries = Files.readAllLines(Path.of(arguments[1]));
    queries.removeIf(line -> line.isBlank() || line.startsWith("//"));
    List<Facts> graphs = new ArrayList<>();
    for (String folder : Arrays.asList(arguments).subList(2, arguments.length))
      graphs.add(new Facts(Path.of(folder).toAbsolutePath()));
    // One server for all graphs where they can be taken in one after the other.
    try (Neo4j neo4j = server(emptied(work.resolve("cypher"))).build()) {
      for (Facts facts : graphs) new Neo4jReads(facts, queries, work, "cypher").cypher(cleared(neo4j));
    }
    try (Neo4j neo4j = server(emptied(work.resolve("apoc"))).withProcedure(apoc.export.graphml.ExportGraphML.class).build()) {
      for (Facts facts : graphs) new Neo4jReads(facts, queries, work, "apoc").graphml(cleared(neo4j));
    }
    for (Facts facts : graphs) new Neo4jReads(facts, queries, emptied(work.resolve("admin")), "admin").admin();
    System.exit(0);
  }

  private final Facts facts;
  private final List<String> queries;
  private final Path work;
  private final String way;
  private final long begin = System.nanoTime();

  private Neo4jReads(Facts facts, List<String> queries, Path work, String way) {
    this.facts = facts;
    this.queries = queries;
    this.work = work;
    this.way = way;
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
      }
    }
    return Files.createDirectories(folder);
  }

  private static Neo4jBuilder server(Path work) {
    return Neo4jBuilders.newInProcessBuilder(work).withDisabledServer();
  }

  private static GraphDatabaseService cleared(Neo4j neo4j) {
    GraphDatabaseService db = neo4j.defaultDatabaseService();
    db.executeTransactionally("MATCH (n) DETACH DELETE n");
    return db;
  }

  private void done() {
    System.out.printf("neo4j %s %s %s %.1f s%n", way, facts.folder.getFileName(), facts.counts, (System.nanoTime() - begin) / 1e9);
  }

  // ---- the Cypher script

  private void cypher(GraphDatabaseService db) throws Exception {
    int[] first = runScript(db);
    Facts.check(first[0] > 0, "the script made nothing");
    check(db, false);
    int[] second = runScript(db);
    Facts.equal(Arrays.toString(second), "[0, 0, 0, 0, 0, 0]", "a second run made or removed nodes, relationships, labels");
    check(db, false);
    answers(db);
    done();
  }

  /** Runs the statements one by one, as cypher-shell does. */
  private int[] runScript(GraphDatabaseService db) throws IOException {
    int[] changes = new int[6];
    StringBuilder statement = new StringBuilder();
    try (BufferedReader lines = Files.newBufferedReader(facts.folder.resolve("cypher/graph.cypher"))) {
      for (String line; (line = lines.readLine()) != null;) {
        statement.append(line).append('\n');
        if (!line.endsWith(";")) continue;
        statement.setLength(statement.length() - 2);
        db.executeTransactionally(statement.toString(), Map.of(), result -> {
          while (result.hasNext()) result.next();
          var made = result.getQueryStatistics();
          int[] counts = {made.getNodesCreated(), made.getNodesDeleted(), made.getRelationshipsCreated(),
              made.getRelationshipsDeleted(), made.getLabelsAdded(), made.getLabelsRemoved()};
          for (int i = 0; i < counts.length; ++i) changes[i] += counts[i];
          return null;
        });
        statement.setLength(0);
      }
    }
    Facts.check(statement.toString().isBlank(), "the script ends inside a statement", statement);
    return changes;
  }

  // ---- GraphML through APOC

  private void graphml(GraphDatabaseService db) throws Exception {
    apoc.ApocConfig.apocConfig().setProperty(apoc.ApocConfig.APOC_IMPORT_FILE_ENABLED, true);
    apoc.ApocConfig.apocConfig().setProperty(apoc.ApocConfig.APOC_IMPORT_FILE_USE_NEO4J_CONFIG, false);
    db.executeTransactionally("CALL apoc.import.graphml($file, {readLabels: true, storeNodeIds: true})",
        Map.of("file", facts.folder.resolve("graphml/graph.graphml").toString()));
    check(db, true);
    constrain(db);
    answers(db);
    done();
  }

  // ---- neo4j-admin

  private void admin() throws Exception {
    // The program of a distribution, from the class path of this one.
    Path home = Files.createDirectories(work.resolve("home")), bin = Files.createDirectories(work.resolve("bin"));
    Path program = Files.writeString(bin.resolve("neo4j-admin"), "#!/bin/sh\nexec '"
        + ProcessHandle.current().info().command().orElse("java") + "' -Xmx1g -cp \"$CLASSPATH\" org.neo4j.cli.AdminTool \"$@\"\n");
    Facts.check(program.toFile().setExecutable(true), program);
    Files.createDirectories(home.resolve("conf"));
    ProcessBuilder command = new ProcessBuilder("sh", "import.sh");
    command.directory(facts.folder.resolve("neo4j-csv").toFile());
    command.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    command.environment().put("NEO4J_HOME", home.toString());
    command.environment().put("NEO4J_CONF", home.resolve("conf").toString());
    File log = work.resolve("import.log").toFile();
    int status = command.redirectErrorStream(true).redirectOutput(log).start().waitFor();
    Facts.equal(status, 0, Files.readString(log.toPath()));
    try (Neo4j neo4j = server(work).copyFrom(home).build()) {
      GraphDatabaseService db = neo4j.defaultDatabaseService();
      constrain(db);
      check(db, false);
      answers(db);
    }
    done();
  }

  /** As those do who ask for nodes by their ids: without an index each question reads all nodes. */
  private void constrain(GraphDatabaseService db) throws IOException {
    for (String statement : Files.readString(facts.folder.resolve("neo4j-csv/schema.cypher")).split(";\n"))
      db.executeTransactionally(statement);
  }

  // ---- the questions

  private void answers(GraphDatabaseService db) throws IOException {
    for (int i = 0; i < queries.size(); ++i) {
      List<String> want = new ArrayList<>();
      for (String line : Files.readAllLines(facts.folder.resolve("answers/" + i + ".ndjson"))) want.add(plain(Facts.parse(line)));
      List<String> found = db.executeTransactionally(queries.get(i), Map.of(),
          result -> result.stream().map(row -> plain(Facts.tree(row))).toList());
      Facts.equal(found.size(), want.size(), way, facts.folder, "rows of", queries.get(i));
      for (int row = 0; row < want.size(); ++row)
        Facts.equal(found.get(row), want.get(row), way, facts.folder, "row", row, "of", queries.get(i));
    }
  }

  /** A row whose members are in the order of their names and whose numbers are of one kind. */
  private static String plain(JsonNode row) {
    Map<String, String> out = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : row.properties()) {
      JsonNode value = member.getValue();
      out.put(member.getKey(), value.isNumber() ? String.valueOf(value.asDouble()) : value.toString());
    }
    return out.toString();
  }

  // ---- what is there afterwards

  private void check(GraphDatabaseService db, boolean graphml) throws IOException {
    try (Transaction tx = db.beginTx()) {
      Map<String, Node> nodes = new HashMap<>();
      tx.getAllNodes().forEach(node -> nodes.put((String) node.getProperty("id"), node));
      Facts.equal(nodes.size(), facts.count("nodes"), way, "nodes");
      Map<String, List<Relationship>> edges = new HashMap<>();
      int[] count = {0};
      tx.getAllRelationships().forEach(r -> {
        ++count[0];
        String key = (String) r.getProperty("id", ends(r));
        edges.computeIfAbsent(key, none -> new ArrayList<>()).add(r);
      });
      Facts.equal(count[0], facts.count("edges"), way, "relationships");
      facts.eachNode(want -> {
        Node node = nodes.get(Facts.legal(want.get("id").asText()));
        Facts.check(node != null, way, "lost", want.get("id"));
        Set<String> labels = new HashSet<>();
        for (Label label : node.getLabels()) labels.add(label.name());
        Facts.equal(labels, Set.of("Entity", want.get("class").asText()), way, want.get("id"), "labels");
        checkProperties(want, node, graphml ? "label" : "name");
        Facts.equal(texts(node, "merges", "name"), Facts.strings(want.get("merged_names")), way, want.get("id"), "merges");
      });
      facts.eachEdge(want -> {
        // APOC keeps no ids of edges: there, parallel edges are told apart by their statements.
        String id = want.get("id").asText(), source = Facts.legal(want.get("source").asText());
        String target = Facts.legal(want.get("target").asText()), type = want.get("label").asText();
        List<Relationship> candidates = edges.getOrDefault(graphml ? source + " " + type + " " + target : id, List.of());
        List<String> statements = Facts.strings(want.get("statements"));
        Relationship edge = candidates.stream().filter(r -> statements(r).equals(statements)).findFirst().orElse(null);
        Facts.check(edge != null, way, "lost", id, "among", candidates.size());
        candidates.remove(edge);
        Facts.equal(ends(edge), source + " " + type + " " + target, way, id);
        checkProperties(want, edge, null);
        Facts.equal(texts(edge, "evidence", "text"), Facts.strings(want.get("sentences")), way, id, "sentences");
      });
    }
  }

  private void checkProperties(JsonNode want, Entity entity, String label) {
    Map<String, Object> found = new HashMap<>(entity.getAllProperties());
    found.remove("id");
    found.remove("evidence");
    found.remove("merges");
    for (Map.Entry<String, JsonNode> property : want.properties()) {
      String name = property.getKey().equals("label") ? label : property.getKey();
      JsonNode value = property.getValue();
      if (name == null || Facts.DERIVED.contains(name)) continue;
      Object there = found.remove(name);
      if (value.isArray()) {
        List<String> items = there == null ? List.of() : Arrays.asList((String[]) there);
        Facts.equal(items, Facts.strings(value).stream().map(this::kept).toList(), way, want.get("id"), name);
      } else if (value.isBoolean()) {
        Facts.equal(there, value.asBoolean(), way, want.get("id"), name);
      } else if (value.isNumber()) {
        Facts.equal(there, value.asDouble(), way, want.get("id"), name);
      } else {
        Facts.equal(there, kept(value.asText()), way, want.get("id"), name);
      }
    }
    Facts.check(found.isEmpty(), way, want.get("id"), "has more than it should", found);
  }

  /** The text as this way in holds it: one line in CSV. */
  private String kept(String text) {
    String legal = Facts.legal(text);
    return way.equals("admin") ? legal.replaceAll("[\n\r\t]", " ") : legal;
  }

  private static String ends(Relationship edge) {
    return edge.getStartNode().getProperty("id") + " " + edge.getType().name() + " " + edge.getEndNode().getProperty("id");
  }

  private static List<String> statements(Relationship edge) {
    return texts(edge, "evidence", "statement");
  }

  /** That member of each object of a list. */
  private static List<String> texts(Entity entity, String list, String member) {
    List<String> out = new ArrayList<>();
    for (String item : (String[]) entity.getProperty(list, new String[0])) out.add(Facts.parse(item).path(member).asText());
    return out;
  }
}
