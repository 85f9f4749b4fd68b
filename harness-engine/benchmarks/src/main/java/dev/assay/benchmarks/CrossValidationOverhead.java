package dev.assay.benchmarks;

import dev.assay.data.CsvDataset;
import dev.assay.data.Dataset;
import dev.assay.data.LabelTargets;
import dev.assay.data.Seed;
import dev.assay.data.Targets;
import dev.assay.evaluation.CrossValidation;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.WorkerPool;
import dev.assay.resampling.Repeated;
import dev.assay.resampling.Split;
import dev.assay.resampling.StratifiedKFold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Times cross-validation of Tribuo trainers, all of it from the user's data to predictions, against the same training and
 * prediction calls by hand on a plain pool of as many threads, on examples that are in Tribuo's form already. They run in
 * turn; ratios are of medians.
 */
public final class CrossValidationOverhead {

    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 5;
    private static final int FOLDS = 10;
    private static final long SEED = 42;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private CrossValidationOverhead() {}

    /**
     * Runs the benchmark and prints a line for each trainer.
     *
     * @param arguments the folder of the samples' data, unless it is {@code ../../samples/data}
     * @throws Exception if a run fails
     */
    public static void main(String[] arguments) throws Exception {
        TRIBUO.setLevel(Level.WARNING);
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../../samples/data");
        Dataset<double[]> tumours = CsvDataset.of(folder.resolve("breast-cancer.csv"))
                .target("diagnosis")
                .read()
                .numeric();
        Dataset<double[]> digits = CsvDataset.of(folder.resolve("digits.csv"))
                .target("digit")
                .labels("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
                .read()
                .numeric();
        System.out.printf(
                Locale.ROOT,
                "%d folds, %d threads, medians of %d rounds in turn after %d warm-ups%n",
                FOLDS,
                THREADS,
                ROUNDS,
                WARM_UPS);
        compare("random forest of 100 trees, breast cancer, 569 x 30", tumours, CrossValidationOverhead::forest);
        compare("random forest of 100 trees, digits, 1797 x 64", digits, CrossValidationOverhead::forest);
        compare("logistic regression, 60000 x 30", synthetic(60_000, 30), LogisticRegressionTrainer::new);
    }

    private static Trainer<Label> forest() {
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(Integer.MAX_VALUE, 0.2f, 1), new VotingCombiner(), 100, 1);
    }

    private static Dataset<double[]> synthetic(int rows, int columns) {
        SplittableRandom random = Seed.of(SEED).random();
        double[][] inputs = new double[rows][columns];
        String[] labels = new String[rows];
        for (int row = 0; row < rows; row++) {
            double sum = random.nextDouble() - 0.5;
            for (int column = 0; column < columns; column++) {
                inputs[row][column] = random.nextDouble() - 0.5;
                sum += inputs[row][column] * (column % 3 - 1);
            }
            labels[row] = sum > 0 ? "yes" : "no";
        }
        return Dataset.of(inputs, Targets.labels(labels));
    }

    private static void compare(String what, Dataset<double[]> data, Supplier<Trainer<Label>> trainer)
            throws Exception {
        List<Split> splits = new Repeated(StratifiedKFold.of(FOLDS).withShuffling(), 1)
                .split(data, Seed.of(SEED).derive("splits"));
        List<Example<Label>> examples = examples(data);
        MutableDataset<Label> tribuoData = newDataset();
        tribuoData.addAll(examples);
        double[] bare = new double[ROUNDS];
        double[] ofExamples = new double[ROUNDS];
        double[] ofArrays = new double[ROUNDS];
        double[] sequential = new double[ROUNDS];
        ExecutorService plain = Executors.newFixedThreadPool(THREADS);
        try (WorkerPool workers = WorkerPool.of(THREADS)) {
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                int kept = Math.max(0, round);
                bare[kept] = seconds(() -> bare(examples, splits, trainer, plain));
                ofExamples[kept] = seconds(() -> assay(CrossValidation.of((Object) tribuoData), trainer, workers));
                ofArrays[kept] = seconds(() -> assay(CrossValidation.of(data), trainer, workers));
                sequential[kept] = seconds(() -> ofTribuo(tribuoData, trainer));
            }
        } finally {
            plain.shutdown();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: bare %.3f s; Assay from Tribuo's data set %.3f s, ratio %.3f; from arrays, which it first puts"
                        + " into Tribuo's form, %.3f s, ratio %.3f; Tribuo's own, one fold after another, %.3f s, ratio of"
                        + " Assay to it %.3f%n",
                what,
                median(bare),
                median(ofExamples),
                median(ofExamples) / median(bare),
                median(ofArrays),
                median(ofArrays) / median(bare),
                median(sequential),
                median(ofExamples) / median(sequential));
    }

    private static Evaluation assay(CrossValidation<?> data, Supplier<Trainer<Label>> trainer, WorkerPool workers) {
        return data.folds(FOLDS).seed(SEED).pool(workers).evaluate("candidate", trainer);
    }

    /** Includes the evaluation of each fold, as Assay's does. */
    private static Object ofTribuo(MutableDataset<Label> data, Supplier<Trainer<Label>> trainer) {
        return new org.tribuo.evaluation.CrossValidation<>(trainer.get(), data, new LabelEvaluator(), FOLDS, SEED)
                .evaluate();
    }

    private static MutableDataset<Label> newDataset() {
        return new MutableDataset<>(new SimpleDataSourceProvenance("examples", new LabelFactory()), new LabelFactory());
    }

    private static double seconds(Callable<?> run) throws Exception {
        long start = System.nanoTime();
        run.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<Example<Label>> examples(Dataset<double[]> data) {
        String[] names = new String[data.input(0).length];
        Arrays.setAll(names, i -> String.format(Locale.ROOT, "%03d", i));
        LabelTargets targets = (LabelTargets) data.targets();
        List<Example<Label>> examples = new ArrayList<>();
        for (int row = 0; row < data.size(); row++) {
            examples.add(new ArrayExample<>(new Label(targets.label(row)), names, data.input(row)));
        }
        return examples;
    }

    private static int bare(
            List<Example<Label>> examples, List<Split> splits, Supplier<Trainer<Label>> trainer, ExecutorService pool)
            throws Exception {
        List<Future<List<Prediction<Label>>>> folds = new ArrayList<>();
        for (Split split : splits) {
            folds.add(pool.submit(() -> {
                MutableDataset<Label> training = newDataset();
                for (int row : split.trainRows()) {
                    training.add(examples.get(row));
                }
                Model<Label> model = trainer.get().train(training);
                List<Example<Label>> test = new ArrayList<>();
                for (int row : split.testRows()) {
                    test.add(examples.get(row));
                }
                return model.predict(test);
            }));
        }
        int predictions = 0;
        for (Future<List<Prediction<Label>>> fold : folds) {
            predictions += fold.get().size();
        }
        return predictions;
    }
}
