package dev.assay.report;

import dev.assay.result.ClassResults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes results as HTML pages: one for each test class, which needs no other file, and an index that links to them.
 *
 * <p>Pages load nothing, allow no script or style but their own, and read well without scripts. Equal results give equal
 * pages, byte for byte.
 */
public final class HtmlReport {

    private final List<ClassResults> classes;
    private final String title;
    private final List<Plot> trends;

    private HtmlReport(List<ClassResults> classes, String title, List<Plot> trends) {
        this.classes = classes;
        this.title = title;
        this.trends = trends;
    }

    /**
     * Makes a report.
     *
     * @param classes the results of each test class; those with red verdicts are listed first, otherwise in this order
     * @return the report, titled "Model quality"
     */
    public static HtmlReport of(List<ClassResults> classes) {
        return new HtmlReport(List.copyOf(classes), "Model quality", List.of());
    }

    /**
     * Names the index, such as by the project.
     *
     * @param newTitle the title
     * @return a report with this title
     */
    public HtmlReport withTitle(String newTitle) {
        return new HtmlReport(classes, newTitle, trends);
    }

    /**
     * Shows plots over several builds in the index.
     *
     * @param plots the plots
     * @return a report with these plots
     */
    public HtmlReport withTrends(List<Plot> plots) {
        return new HtmlReport(classes, title, List.copyOf(plots));
    }

    /**
     * Writes {@code index.html} and a page for each class, {@code <class name>.html}. Each file is written whole or not at
     * all, the index last; other files of the folder are left alone.
     *
     * @param folder the folder, made if it isn't there
     * @return the index
     * @throws java.io.UncheckedIOException if a file can't be written; the message names it
     */
    public Path writeTo(Path folder) {
        PageFiles files = new PageFiles();
        List<IndexPage.Entry> entries = new ArrayList<>();
        for (ClassResults each : classes) {
            String name = files.nameFor(each.summary().testClass());
            PageFiles.write(folder.resolve(name), new ClassPage(each, title).html());
            entries.add(new IndexPage.Entry(each, Standing.of(each), PageFiles.link(name)));
        }
        entries.sort(Comparator.comparing(entry -> entry.standing().colour()));
        Path index = folder.resolve(PageFiles.INDEX);
        PageFiles.write(index, new IndexPage(title, entries, trends).html());
        return index;
    }
}
