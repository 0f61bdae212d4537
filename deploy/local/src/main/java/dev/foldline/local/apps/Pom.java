package dev.foldline.local.apps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What matters here of a {@code pom.xml}.
 *
 * @param parent the artifact id of the parent; empty when it has none
 * @param modules the modules' directories, relative to the file's
 */
record Pom(String parent, List<String> modules) {

    static Pom of(Path directory) {
        Document document = read(directory.resolve("pom.xml"));
        NodeList parents = document.getElementsByTagName("parent");
        String parent = parents.getLength() == 0
                ? ""
                : texts(((Element) parents.item(0)).getElementsByTagName("artifactId"))
                        .getFirst();
        return new Pom(parent, texts(document.getElementsByTagName("module")));
    }

    private static List<String> texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent().strip())
                .toList();
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
