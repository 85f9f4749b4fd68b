package dev.assay.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads XML. */
final class Xml {

    private Xml() {}

    static Element root(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("can't read " + file, e);
        }
    }

    /** All elements of a name below another, in any namespace. */
    static List<Element> below(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    static Optional<Element> firstBelow(Element element, String name) {
        return below(element, name).stream().findFirst();
    }

    /** Reads the test cases of a report in the form of JUnit 4, whose form Surefire and the console launcher share. */
    static Stream<ReportedTest> testCases(Path report) {
        return below(root(report), "testcase").stream().map(Xml::testCase);
    }

    private static ReportedTest testCase(Element element) {
        Optional<Element> failure = firstBelow(element, "failure");
        Optional<Element> error = firstBelow(element, "error");
        Optional<Element> skipped = firstBelow(element, "skipped");
        Optional<Element> reason =
                Stream.of(failure, error, skipped).flatMap(Optional::stream).findFirst();
        Outcome outcome = failure.isPresent()
                ? Outcome.FAILED
                : error.isPresent()
                        ? Outcome.ERROR
                        : skipped.isPresent()
                                ? isAborted(skipped.get()) ? Outcome.ABORTED : Outcome.SKIPPED
                                : Outcome.PASSED;
        return new ReportedTest(
                element.getAttribute("classname"),
                element.getAttribute("name"),
                outcome,
                reason.map(Xml::text).orElse(""));
    }

    private static boolean isAborted(Element skipped) {
        return skipped.getTextContent().startsWith("org.opentest4j.TestAbortedException: ");
    }

    private static String text(Element reason) {
        return ReportedTest.text(
                reason.hasAttribute("message") ? reason.getAttribute("message") : reason.getTextContent());
    }
}
