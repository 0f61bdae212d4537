package dev.foldline.local.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What matters here of a {@code pom.xml}.
 *
 * @param artifactId the module's artifact id; empty when it has none
 * @param parent the artifact id of the parent; empty when it has none
 * @param dependencies their artifact ids
 * @param modules the modules' directories, relative to the file's
 */
record Pom(String artifactId, String parent, List<String> dependencies, List<String> modules) {

    static Pom of(Path directory) {
        Document document = read(directory.resolve("pom.xml"));
        List<Node> artifactIds = elements(document, "artifactId");
        return new Pom(
                textsIn(artifactIds, "project").findFirst().orElse(""),
                textsIn(artifactIds, "parent").findFirst().orElse(""),
                textsIn(artifactIds, "dependency").toList(),
                elements(document, "module").stream().map(Pom::text).toList());
    }

    private static List<Node> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }

    /** The texts of those that are directly in an element of this name. */
    private static Stream<String> textsIn(List<Node> nodes, String element) {
        return nodes.stream()
                .filter(node -> node.getParentNode().getNodeName().equals(element))
                .map(Pom::text);
    }

    private static String text(Node node) {
        return node.getTextContent().strip();
    }

    private static Document read(Path file) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
