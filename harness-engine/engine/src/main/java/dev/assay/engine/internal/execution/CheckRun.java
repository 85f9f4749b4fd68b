package dev.assay.engine.internal.execution;

import dev.assay.engine.internal.declaration.CheckCall;
import dev.assay.engine.internal.declaration.CheckParameter;
import dev.assay.engine.internal.declaration.DeclaredGate;
import dev.assay.engine.internal.declaration.Parameter;
import dev.assay.engine.internal.declaration.ProvidedParameter;
import dev.assay.evaluation.Judgement;
import dev.assay.evaluation.Ledger;
import dev.assay.verdict.Judge;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

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
        // first what it takes: a group may be made of what is prepared for that
        Object[] arguments = arguments();
        Object instance = shared.instance(call.check());
        judgeGates();
        ReflectionSupport.invokeMethod(call.check().method(), instance, arguments);
        requireJudgement();
    }

    /** Judges all declared gates before the first that is not passed fails the check. */
    private void judgeGates() throws Exception {
        List<AssertionFailedError> failures = new ArrayList<>();
        for (DeclaredGate gate : call.check().gates()) {
            Verdict verdict = Judge.judge(shared.evaluation(call).withLedger(ledger), gate.criterion());
            if (!verdict.judgement().passes()) {
                failures.add(new AssertionFailedError(verdict.message(), verdict.expected(), verdict.actual()));
            }
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(call.check().signature() + " does not pass its gates", failures);
        }
    }

    private Object[] arguments() throws Exception {
        List<CheckParameter> parameters = call.check().parameters();
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = parameters.get(i) instanceof ProvidedParameter provided
                    ? argument(provided)
                    : argument((Parameter) parameters.get(i));
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

    private Object argument(ProvidedParameter parameter) throws Exception {
        Class<?> type = parameter.declared().getType();
        Object given = parameter.provider().provide(new CallContext(shared, call, parameter.declared()));
        // a provider without type arguments may give anything
        if (given == null || !(type.isPrimitive() || type.isInstance(given))) {
            throw new JUnitException(parameter.provider().getClass().getName() + " gave "
                    + (given == null ? "null" : "a " + given.getClass().getSimpleName()) + " and no "
                    + type.getSimpleName() + " for " + call.check().signature());
        }
        return given;
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
