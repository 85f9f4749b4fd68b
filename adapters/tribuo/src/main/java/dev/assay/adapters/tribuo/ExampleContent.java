package dev.assay.adapters.tribuo;

import dev.assay.data.Fingerprint;
import dev.assay.data.InputContent;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Feature;

/**
 * Writes the features of an example in their order, which is that of their names; the output belongs to the targets.
 */
final class ExampleContent implements InputContent<Example<?>> {

    @Override
    public void write(Example<?> input, Fingerprint.Sink sink) {
        sink.integer(input.size());
        for (Feature feature : input) {
            sink.text(feature.getName()).number(feature.getValue());
        }
    }

    @Override
    public SortedMap<String, Double> features(Example<?> input) {
        SortedMap<String, Double> features = new TreeMap<>();
        for (Feature feature : input) {
            features.put(feature.getName(), feature.getValue());
        }
        return features;
    }
}
