package dev.assay.adapters.tribuo;

import dev.assay.data.NumberTargets;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** Numbers as Tribuo's regressors of one dimension. */
final class NumberOutputs extends Outputs<Regressor> {

    private static final String DIMENSION = "target";
    private static final RegressionFactory FACTORY = new RegressionFactory();
    private static final DataProvenance PROVENANCE = provenance(FACTORY);

    private final NumberTargets targets;

    NumberOutputs(NumberTargets targets) {
        super(Regressor.class, FACTORY, PROVENANCE);
        this.targets = targets;
    }

    @Override
    Regressor output(int row) {
        return new Regressor(DIMENSION, targets.value(row));
    }

    /** Keeps the dimension's name, which must be the same for all examples of Tribuo's data sets. */
    @Override
    Regressor output(int row, Output<?> instead) {
        return instead instanceof Regressor regressor && regressor.size() == 1
                ? new Regressor(regressor.getNames()[0], targets.value(row))
                : output(row);
    }

    /** Regressors are equal in Tribuo if their dimensions have the same names; here the number counts. */
    @Override
    boolean agrees(Output<?> output, int row) {
        return output instanceof Regressor regressor
                && regressor.size() == 1
                && Double.compare(regressor.getValues()[0], targets.value(row)) == 0;
    }

    @Override
    PredictionReader<Regressor> reader(Model<Regressor> model) {
        return new NumberReader(model);
    }

    @Override
    String kind() {
        return "numbers";
    }
}
