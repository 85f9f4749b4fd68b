package dev.assay.adapters.allure;

import dev.assay.result.ReportedJudgement;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A criterion as a step of a test case, with its numbers as parameters. */
final class CriterionStep {

    private final ReportedJudgement judgement;

    CriterionStep(ReportedJudgement judgement) {
        this.judgement = judgement;
    }

    void addTo(TestResult test) {
        test.getSteps().add(step());
        if (judgement.value().isPresent() && !judgement.metric().isEmpty()) {
            Parameter parameter = value();
            // several criteria of one metric are one value
            if (!test.getParameters().contains(parameter)) {
                test.getParameters().add(parameter);
            }
        }
    }

    private StepResult step() {
        long now = System.currentTimeMillis();
        return new StepResult()
                .setName(name())
                .setStatus(status())
                .setStage(Stage.FINISHED)
                .setStart(now)
                .setStop(now)
                .setParameters(parameters());
    }

    /** Tells in the name what can't be seen of the status, and of whom it is, unless the criterion does. */
    private String name() {
        boolean isNamed = judgement.criterion().contains("\"" + judgement.candidate() + "\"");
        String of = judgement.candidate().isEmpty() || isNamed ? "" : judgement.candidate() + ": ";
        return of + judgement.criterion() + suffix();
    }

    private String suffix() {
        return switch (judgement.outcome()) {
            case MET, NOT_MET -> "";
            case INCONCLUSIVE -> judgement.tolerated() ? " (inconclusive, and tolerated)" : " (inconclusive)";
            case CUSTOM -> " (judged by other assertions)";
        };
    }

    /** Evidence that doesn't decide is no failure of the model: it has the status of tests that could not tell. */
    private @Nullable Status status() {
        return switch (judgement.outcome()) {
            case MET -> Status.PASSED;
            case NOT_MET -> Status.FAILED;
            case INCONCLUSIVE -> Status.BROKEN;
            case CUSTOM -> null;
        };
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        add(parameters, "outcome", judgement.outcome().words());
        add(parameters, "metric", judgement.metric());
        add(parameters, "value", judgement.value());
        add(parameters, "threshold", judgement.threshold());
        add(parameters, "confidence", judgement.confidence());
        add(parameters, "finding", judgement.finding());
        return parameters;
    }

    private static void add(List<Parameter> parameters, String name, OptionalDouble value) {
        value.ifPresent(number -> add(parameters, name, Figures.of(number)));
    }

    private static void add(List<Parameter> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.add(new Parameter().setName(name).setValue(value));
        }
    }

    /** Excludes the value from what identifies the test case, else each change of it began a new history. */
    private Parameter value() {
        return new Parameter()
                .setName(judgement.metric() + " of " + judgement.candidate())
                .setValue(Figures.of(judgement.value().orElseThrow()))
                .setExcluded(true);
    }
}
