package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of released forms stay readable. Those in {@code src/test/resources/dev/assay/result/forms-1} are of assay-result/1,
 * assay-class/1 and assay-timings/1, as {@link FormExamples} wrote them. Once released, such files are never edited or written
 * again: if this test fails, the form has changed, and needs a new number. Files of the new form are then added in a folder of
 * their own, and those of the old one must still be read.
 */
class StoredFormsTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/assay/result/forms-1");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static ClassResults read(String testClass) {
        return ResultFiles.readClass(FOLDER.resolve(testClass)).orElseThrow();
    }

    private static List<Timings> timings() {
        ResultFiles files = ResultFiles.in(FOLDER);
        return ResultFiles.readAll(FOLDER).stream()
                .flatMap(ofClass -> ofClass.results().stream())
                .map(result -> files.readTimings(result.testClass(), result.candidate())
                        .orElseThrow())
                .toList();
    }

    @Test
    void results_of_form_1_are_read() {
        ClassResults labels = read(FormExamples.LABELS);

        assertThat(labels.summary().candidates()).containsExactly("chooser", "floor");
        assertThat(labels.summary().failures())
                .containsExactly(new ClassResult.Failure("broken", "repeat 1, fold 2: no such feature"));
        Result chooser = labels.results().get(0);
        assertThat(chooser.schema()).isEqualTo("assay-result/1");
        assertThat(chooser.data().name()).isEqualTo("tumours");
        assertThat(chooser.folds()).hasSize(6).allMatch(fold -> fold.predictions() != null);
        assertThat(chooser.judgements())
                .extracting(Result.JudgementEntry::outcome)
                .contains(Result.Outcome.MET, Result.Outcome.INCONCLUSIVE, Result.Outcome.CUSTOM);
        assertThat(read(FormExamples.NUMBERS).results())
                .singleElement()
                .satisfies(line -> assertThat(line.judgements())
                        .extracting(Result.JudgementEntry::outcome)
                        .containsExactly(Result.Outcome.NOT_MET));
    }

    @Test
    void timings_of_form_1_are_read() {
        assertThat(timings()).hasSize(3).allSatisfy(each -> {
            assertThat(each.schema()).isEqualTo("assay-timings/1");
            assertThat(each.folds()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "result-1,  org.clinic.TumourModelTest/chooser.json",
        "result-1,  org.clinic.TumourModelTest/floor.json",
        "result-1,  org.town.PriceModelTest/line.json",
        "class-1,   org.clinic.TumourModelTest/class.summary.json",
        "class-1,   org.town.PriceModelTest/class.summary.json",
        "timings-1, org.clinic.TumourModelTest/chooser.timings.json",
        "timings-1, org.clinic.TumourModelTest/floor.timings.json",
        "timings-1, org.town.PriceModelTest/line.timings.json"
    })
    void files_of_form_1_fit_the_published_schemas(String schema, String file) throws IOException {
        try (InputStream stream = Result.class.getResourceAsStream("/META-INF/assay/" + schema + ".schema.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(REGISTRY.getSchema(text, InputFormat.JSON)
                            .validate(Files.readString(FOLDER.resolve(file)), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void all_files_of_form_1_are_looked_at() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(8);
        }
    }

    @Test
    void each_optional_part_is_there_in_one_of_them() {
        Presence presence = new Presence();
        ResultFiles.readAll(FOLDER).forEach(presence::look);
        timings().forEach(presence::look);

        assertThat(presence.absent()).isEmpty();
    }

    /** Which components of records were ever there: not null, and not empty. */
    private static final class Presence {

        private final Set<String> all = new TreeSet<>();
        private final Set<String> present = new TreeSet<>();

        void look(Object value) {
            if (value instanceof Collection<?> many) {
                many.forEach(this::look);
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(this::look);
            } else if (value instanceof Record parts) {
                for (RecordComponent component : parts.getClass().getRecordComponents()) {
                    look(parts, component);
                }
            }
        }

        private void look(Record parts, RecordComponent component) {
            String name = parts.getClass().getSimpleName() + "." + component.getName();
            all.add(name);
            Object value = value(parts, component);
            boolean isEmpty = value == null
                    || (value instanceof Collection<?> many && many.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
            if (!isEmpty) {
                present.add(name);
                look(value);
            }
        }

        private static Object value(Record parts, RecordComponent component) {
            try {
                return component.getAccessor().invoke(parts);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        Set<String> absent() {
            Set<String> absent = new TreeSet<>(all);
            absent.removeAll(present);
            return absent;
        }
    }
}
