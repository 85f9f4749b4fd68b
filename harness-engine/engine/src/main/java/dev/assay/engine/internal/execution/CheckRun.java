package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.Parameter;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Ledger;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;

/** Calls a check with views of its own of what it takes, and sees that it judges. */
final class CheckRun {

    private final ClassRun shared;
    private final CheckCall call;
    private final Ledger ledger;

    CheckRun(ClassRun shared, CheckCall call, Ledger ledger) {
        this.shared = shared;
        this.call = call;
        this.ledger = ledger;
    }

    void run() throws Exception {
        Object instance = shared.instance();
        ReflectionSupport.invokeMethod(call.check().method(), instance, arguments());
        requireJudgement();
    }

    private Object[] arguments() throws Exception {
        List<Parameter> parameters = call.check().parameters();
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(parameters.get(i));
        }
        return arguments;
    }

    private Object argument(Parameter parameter) throws Exception {
        return switch (parameter) {
            case EVALUATION -> shared.evaluation(call).withLedger(ledger);
            case COMPARISON -> shared.comparison(call).withLedger(ledger);
            case DATASET -> shared.examples();
        };
    }

    private void requireJudgement() {
        if (!call.check().judges()) {
            return;
        }
        for (Judgement judgement : ledger.judgements()) {
            if (!judgement.passes()) {
                throw new AssertionFailedError(call.check().signature()
                        + " passed over a criterion that is not met; call assertAll() of soft assertions, or declare"
                        + " @Check(judges = false) if it is meant to pass" + System.lineSeparator()
                        + judgement.message());
            }
        }
        if (ledger.isEmpty()) {
            throw new AssertionFailedError("asserted nothing: " + call.check().signature()
                    + " judged no criterion; assert something of its "
                    + (call.check().parameters().contains(Parameter.EVALUATION) ? "Evaluation" : "Comparison")
                    + ", or declare @Check(judges = false)");
        }
    }
}
