package dev.assay.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.link;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import j2html.Config;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.HtmlTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A whole HTML document with its styles and script, and a content security policy that allows just these, by their hashes.
 */
final class Document {

    private static final String STYLE = resource("page.css") + Plots.darkRules(".drawing");
    private static final String SCRIPT = resource("page.js");

    private Document() {}

    /**
     * Renders a document.
     *
     * @param title the title
     * @param content what its body holds
     */
    static String render(String title, List<? extends DomContent> content) {
        String policy = "default-src 'none'; style-src " + source(STYLE) + "; script-src " + source(SCRIPT)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
        HtmlTag document = html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().attr("http-equiv", "Content-Security-Policy")
                                        .withContent(policy),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                meta().withName("referrer").withContent("no-referrer"),
                                title(title),
                                // without an icon, browsers ask the server for one
                                link().withRel("icon").withHref("data:,"),
                                style(rawHtml(STYLE))),
                        body().with(content).with(script(rawHtml(SCRIPT))))
                .withLang("en");
        return "<!DOCTYPE html>\n" + render(document) + "\n";
    }

    /** Renders with j2html's defaults, whatever is set for all its users in this JVM. */
    static String render(DomContent content) {
        try {
            return content.render(FlatHtml.inMemory(Config.defaults())).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Document.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside " + Document.class.getName());
            }
            // browsers read line ends so before they compute a hash
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read: " + e, e);
        }
    }
}
