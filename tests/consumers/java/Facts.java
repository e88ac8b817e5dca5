import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a consumer must find: nodes.ndjson, edges.ndjson and counts.json of export-samples. */
final class Facts {
  static final ObjectMapper JSON = new ObjectMapper();
  /** Members that are no property of the exports, but what the other members are checked against. */
  static final Set<String> DERIVED = Set.of("id", "source", "target", "statements", "sentences", "merged_names", "start", "end");

  final Path folder;
  final JsonNode counts;

  Facts(Path folder) throws IOException {
    this.folder = folder;
    counts = JSON.readTree(folder.resolve("counts.json").toFile());
  }

  int count(String name) {
    return counts.get(name).asInt();
  }

  void eachNode(Consumer<JsonNode> take) throws IOException {
    each("nodes.ndjson", take);
  }

  void eachEdge(Consumer<JsonNode> take) throws IOException {
    each("edges.ndjson", take);
  }

  /** The facts are many: one line at a time. */
  private void each(String file, Consumer<JsonNode> take) throws IOException {
    try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(
             Files.newBufferedReader(folder.resolve(file)))) {
      while (lines.hasNext()) take.accept(lines.next());
    }
  }

  static List<String> strings(JsonNode list) {
    List<String> out = new ArrayList<>();
    if (list != null) list.forEach(item -> out.add(item.asText()));
    return out;
  }

  static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  /** The text as XML 1.0 can hold it. */
  static String legal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == 9 || c == 10 || c == 13 || (c >= 32 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  static void check(boolean holds, Object... what) {
    if (holds) return;
    StringBuilder message = new StringBuilder();
    for (Object part : what) message.append(part).append(" | ");
    throw new AssertionError(message.length() > 2000 ? message.substring(0, 2000) : message.toString());
  }

  static void equal(Object found, Object wanted, Object... where) {
    if (wanted == null ? found == null : wanted.equals(found)) return;
    StringBuilder place = new StringBuilder();
    for (Object part : where) place.append(part).append(' ');
    check(false, place + "is", found, "but should be", wanted);
  }
}
