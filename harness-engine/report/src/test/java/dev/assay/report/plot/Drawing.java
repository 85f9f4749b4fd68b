package dev.assay.report.plot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.report.Plot;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A drawing as a browser would understand it, so far as texts go. */
final class Drawing {

    static {
        // the module under test doesn't read XML
        ModuleLayer.boot()
                .findModule("java.xml")
                .ifPresent(xml -> Drawing.class.getModule().addReads(xml));
    }

    private final Element root;

    private Drawing(Element root) {
        this.root = root;
    }

    /** Reads a drawing, strictly. */
    static Drawing of(Plot plot) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Drawing(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(plot.svg().getBytes(UTF_8)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError(plot.name() + " isn't well-formed: " + plot.svg(), e);
        }
    }

    Element root() {
        return root;
    }

    /**
     * A text as it lies on the drawing, measured as drawings measure.
     *
     * @param text what is shown
     */
    record Box(String text, double left, double top, double right, double bottom) {

        boolean overlaps(Box other) {
            double slack = 0.3;
            return left < other.right - slack
                    && other.left < right - slack
                    && top < other.bottom - slack
                    && other.top < bottom - slack;
        }

        boolean within(double width, double height) {
            return left >= -0.1 && top >= -0.1 && right <= width + 0.1 && bottom <= height + 0.1;
        }
    }

    double number(String attribute) {
        return Double.parseDouble(root.getAttribute(attribute));
    }

    /** Returns the values that an attribute has anywhere. */
    List<String> values(String attribute) {
        List<String> values = new ArrayList<>();
        for (Element element : elements("*")) {
            if (element.hasAttribute(attribute)) {
                values.add(element.getAttribute(attribute));
            }
        }
        return values;
    }

    List<Element> elements(String name) {
        NodeList nodes = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>(name.equals("*") ? List.of(root) : List.of());
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Returns the texts that have something to show. */
    List<Box> boxes() {
        return elements("text").stream()
                .map(Drawing::box)
                .filter(box -> !box.text().isBlank())
                .toList();
    }

    private static Box box(Element text) {
        double size = Double.parseDouble(inherited(text, "font-size"));
        String shown = ownText(text);
        boolean bold = inherited(text, "font-weight").equals("bold");
        double width = bold ? TextWidth.ofBold(shown, size) : TextWidth.of(shown, size);
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        String anchor = inherited(text, "text-anchor").toUpperCase(Locale.ROOT);
        double left = Canvas.Anchor.valueOf(anchor.isEmpty() ? "START" : anchor).left(x, width);
        double above = 0.75 * size;
        double below = 0.2 * size;
        if (text.hasAttribute("transform")) {
            // turned about its beginning, to be read upwards
            return new Box(shown, x - above, y - width, x + below, y);
        }
        return new Box(shown, left, y - above, left + width, y + below);
    }

    /** Returns the texts of an element, but not its tooltip. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    /** Returns the tooltips. */
    List<String> tooltips() {
        return elements("title").stream().map(Element::getTextContent).toList();
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            if (at.hasAttribute(attribute)) {
                return at.getAttribute(attribute);
            }
        }
        return "";
    }
}
