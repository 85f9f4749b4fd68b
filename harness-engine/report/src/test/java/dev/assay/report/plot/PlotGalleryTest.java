package dev.assay.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotGalleryTest {

    @Test
    void writes_a_page_for_each_shape_of_results(@TempDir Path folder) throws IOException {
        PlotGallery.write(folder);
        try (Stream<Path> pages = Files.list(folder)) {
            assertThat(pages).hasSameSizeAs(PlotGallery.pages().keySet());
        }
    }

    @Test
    void writes_the_pages_where_somebody_wants_to_look_at_them() throws IOException {
        String folder = System.getProperty("assay.gallery");
        if (folder != null) {
            PlotGallery.write(Path.of(folder));
            assertThat(Path.of(folder)).isNotEmptyDirectory();
        }
    }
}
