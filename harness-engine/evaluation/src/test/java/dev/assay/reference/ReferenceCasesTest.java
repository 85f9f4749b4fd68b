package dev.assay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence that is missing must fail the tests that need it. */
class ReferenceCasesTest {

    private static final String LINE = """
            {"id": "x-1", "kind": "usual", "y": null, "expected": {"a": null, "b": 0.5, "c": {"d": [1, null]}}}
            """;

    @TempDir
    Path folder;

    @Test
    void reads_one_case_for_each_line() {
        List<ReferenceCase> cases = ReferenceCases.parse("x.jsonl", LINE + "\n" + LINE);

        assertThat(cases).hasSize(2);
        assertThat(cases.get(0)).hasToString("x-1, usual");
        assertThat(cases.get(0).expectedFields()).containsExactly("a", "b", "c.d");
    }

    @Test
    void reads_null_as_undefined() {
        ReferenceCase only = ReferenceCases.parse("x.jsonl", LINE).get(0);

        assertThat(only.expectedNumber("a")).isEmpty();
        assertThat(only.expectedNumber("b")).hasValue(0.5);
        assertThat(only.expectedNumbers("c", "d").get(1)).isEmpty();
        assertThat(only.optionalNumbers("y")).isEmpty();
    }

    @Test
    void fails_when_a_field_is_missing_instead_of_taking_it_as_undefined() {
        ReferenceCase only = ReferenceCases.parse("x.jsonl", LINE).get(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> only.expectedNumber("accuracy"))
                .withMessage("x-1, usual has no field 'accuracy'");
    }

    @Test
    void fails_when_a_file_has_no_cases() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ReferenceCases.parse("x.jsonl", "\n\n"))
                .withMessage("x.jsonl has no reference cases");
    }

    @Test
    void fails_when_a_resource_is_missing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ReferenceCases.resource("nothing.jsonl"))
                .withMessage("no resource nothing.jsonl beside dev.assay.reference.ReferenceCases");
    }

    @Test
    void fails_when_a_file_is_missing_from_the_folder_that_the_property_names() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ReferenceCases.content(folder.resolve("nothing.jsonl")))
                .withMessageContaining("nothing.jsonl, although -Dassay.reference names its folder");
    }
}
