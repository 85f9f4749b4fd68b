package dev.assay.adapters.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.Serial;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.Prediction;
import org.tribuo.classification.LabelFactory;
import org.tribuo.protos.core.OutputProto;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.impl.EmptyDatasetProvenance;
import org.tribuo.provenance.impl.EmptyTrainerProvenance;

/** Stands for all kinds of outputs that the adapter doesn't support. */
record Colour() implements Output<Colour> {

    /** A model that knows one colour, and predicts nothing. */
    static final class ColourModel extends Model<Colour> {

        @Serial
        private static final long serialVersionUID = 1;

        ColourModel() {
            super(
                    "colours",
                    new ModelProvenance(
                            ColourModel.class.getName(),
                            OffsetDateTime.MIN,
                            new EmptyDatasetProvenance(),
                            new EmptyTrainerProvenance()),
                    noFeatures(),
                    oneColour(),
                    false);
        }

        private static ImmutableFeatureMap noFeatures() {
            return TestData.empty(new LabelFactory()).getFeatureIDMap();
        }

        @Override
        public Prediction<Colour> predict(Example<Colour> example) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
            return Map.of();
        }

        @Override
        public Optional<Excuse<Colour>> getExcuse(Example<Colour> example) {
            return Optional.empty();
        }

        @Override
        protected Model<Colour> copy(String newName, ModelProvenance newProvenance) {
            throw new UnsupportedOperationException();
        }
    }

    static MutableDataset<Colour> dataset() {
        return new MutableDataset<>(new EmptyDatasetProvenance(), factory());
    }

    @SuppressWarnings("unchecked") // A proxy answers whatever the type says.
    private static OutputFactory<Colour> factory() {
        return (OutputFactory<Colour>) answering(OutputFactory.class, Map.of("getUnknownOutput", new Colour()));
    }

    @SuppressWarnings("unchecked") // A proxy answers whatever the type says.
    private static ImmutableOutputInfo<Colour> oneColour() {
        return (ImmutableOutputInfo<Colour>) answering(
                ImmutableOutputInfo.class, Map.of("getDomain", Set.of(new Colour()), "getOutput", new Colour()));
    }

    /** Answers calls by the name of the method, all others with null. */
    private static Object answering(Class<?> type, Map<String, Object> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> answers.get(method.getName());
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    @Override
    public Colour copy() {
        return this;
    }

    @Override
    public String getSerializableForm(boolean includeConfidence) {
        return "colour";
    }

    @Override
    public boolean fullEquals(Colour other) {
        return true;
    }

    @Override
    public OutputProto serialize() {
        throw new UnsupportedOperationException();
    }
}
