package dev.assay.adapters.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/** A model of the feature "x" and the labels a, b and c that predicts what a test says. */
final class ScriptedModel extends Model<Label> {

    static final List<String> LABELS = List.of("a", "b", "c");

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Function<Example<Label>, Prediction<Label>> script;

    ScriptedModel(Function<Example<Label>, Prediction<Label>> script) {
        this(domain(), script);
    }

    private ScriptedModel(MutableDataset<Label> domain, Function<Example<Label>, Prediction<Label>> script) {
        super(
                "scripted",
                new ModelProvenance(
                        ScriptedModel.class.getName(),
                        OffsetDateTime.MIN,
                        domain.getProvenance(),
                        new EmptyTrainerProvenance()),
                domain.getFeatureIDMap(),
                domain.getOutputIDInfo(),
                true);
        this.script = script;
    }

    private static MutableDataset<Label> domain() {
        MutableDataset<Label> domain = TestData.empty(new LabelFactory());
        LABELS.forEach(label -> domain.add(new ArrayExample<>(new Label(label), new String[] {"x"}, new double[] {1})));
        return domain;
    }

    /** A prediction of b with a score for each of the first labels. */
    static Prediction<Label> scored(Example<Label> example, boolean probabilities, double... scores) {
        Map<String, Label> scored = new LinkedHashMap<>();
        for (int label = 0; label < scores.length; label++) {
            scored.put(LABELS.get(label), new Label(LABELS.get(label), scores[label]));
        }
        return new Prediction<>(new Label("b"), scored, 1, example, probabilities);
    }

    @Override
    public Prediction<Label> predict(Example<Label> example) {
        return script.apply(example);
    }

    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return Map.of();
    }

    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return Optional.empty();
    }

    @Override
    protected Model<Label> copy(String newName, ModelProvenance newProvenance) {
        throw new UnsupportedOperationException();
    }
}
