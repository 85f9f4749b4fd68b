package dev.assay.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All built-in metrics by name. */
final class MetricCatalogue {

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final String COUNT = "([0-9]{1,9})";
    private static final Pattern OF_LABEL = Pattern.compile("(.+?) of (?:\"(.*)\"|([^\"]+?))( \\([^()]*\\))?");

    /** A family of metrics that differ by a parameter, as keys. */
    private record Family(String example, Pattern key, Function<MatchResult, Metric> metric) {}

    private static final Map<String, List<Metric>> FIXED = new LinkedHashMap<>();
    private static final List<Family> FAMILIES = new ArrayList<>();
    private static final Map<String, String> ABBREVIATIONS = abbreviations();

    static {
        classification();
        regression();
        others();
    }

    private MetricCatalogue() {}

    private static void classification() {
        add(
                ClassificationMetrics.ACCURACY,
                ClassificationMetrics.ZERO_ONE_LOSS,
                ClassificationMetrics.HAMMING_LOSS,
                ClassificationMetrics.BALANCED_ACCURACY,
                ClassificationMetrics.MATTHEWS_CORRELATION,
                ClassificationMetrics.COHENS_KAPPA,
                ClassificationMetrics.LINEAR_KAPPA,
                ClassificationMetrics.QUADRATIC_KAPPA,
                ClassificationMetrics.PRECISION,
                ClassificationMetrics.RECALL,
                ClassificationMetrics.F1,
                ClassificationMetrics.JACCARD,
                ClassificationMetrics.SPECIFICITY,
                ClassificationMetrics.NEGATIVE_PREDICTIVE_VALUE,
                ClassificationMetrics.FALSE_POSITIVE_RATE,
                ClassificationMetrics.FALSE_NEGATIVE_RATE,
                ClassificationMetrics.ROC_AUC,
                ClassificationMetrics.ROC_AUC_ONE_VS_ONE,
                ClassificationMetrics.ROC_AUC_ONE_VS_ONE_WEIGHTED,
                ClassificationMetrics.AVERAGE_PRECISION,
                ClassificationMetrics.KOLMOGOROV_SMIRNOV,
                ClassificationMetrics.LOG_LOSS,
                ClassificationMetrics.BRIER_SCORE,
                ClassificationMetrics.MULTICLASS_BRIER_SCORE,
                ClassificationMetrics.HINGE_LOSS,
                ClassificationMetrics.expectedCalibrationError(),
                ClassificationMetrics.maximumCalibrationError(),
                AnomalyMetrics.DETECTION_RATE,
                AnomalyMetrics.MISS_RATE,
                AnomalyMetrics.FALSE_ALARM_RATE,
                AnomalyMetrics.TRUE_NEGATIVE_RATE,
                AnomalyMetrics.PRECISION,
                AnomalyMetrics.F1,
                AnomalyMetrics.ROC_AUC,
                AnomalyMetrics.AVERAGE_PRECISION);
        FIXED.put("expectedcalibrationerror", List.of(ClassificationMetrics.expectedCalibrationError()));
        FIXED.put("maximumcalibrationerror", List.of(ClassificationMetrics.maximumCalibrationError()));
        family("F2", "f" + NUMBER, beta -> ClassificationMetrics.fBeta(beta));
        countFamily("top-3 accuracy", "top" + COUNT + "accuracy", ClassificationMetrics::topKAccuracy);
        countFamily("top-100 precision", "top" + COUNT + "precision", ClassificationMetrics::precisionAt);
        family("recall at precision 0.9", "recallatprecision" + NUMBER, ClassificationMetrics::recallAtPrecision);
        family("precision at recall 0.9", "precisionatrecall" + NUMBER, ClassificationMetrics::precisionAtRecall);
        family(
                "sensitivity at specificity 0.9",
                "sensitivityatspecificity" + NUMBER,
                ClassificationMetrics::sensitivityAtSpecificity);
        family(
                "specificity at sensitivity 0.9",
                "specificityatsensitivity" + NUMBER,
                ClassificationMetrics::specificityAtSensitivity);
        family("gain at 0.1", "gainat" + NUMBER, ClassificationMetrics::gainAt);
        family("lift at 0.1", "liftat" + NUMBER, ClassificationMetrics::liftAt);
        FAMILIES.add(new Family(
                "cost at the best threshold (false positive 1, false negative 5)",
                Pattern.compile("costatthebestthresholdfalsepositive" + NUMBER + "falsenegative" + NUMBER),
                match -> ClassificationMetrics.costAtBestThreshold(
                        Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)))));
        FAMILIES.add(new Family(
                "expected calibration error (10 equal-count bins)",
                Pattern.compile("(expected|maximum)calibrationerror" + COUNT + "equal(width|count)bins"),
                MetricCatalogue::calibrationError));
    }

    private static Metric calibrationError(MatchResult match) {
        CalibrationMetric metric = (match.group(1).equals("expected")
                        ? ClassificationMetrics.expectedCalibrationError()
                        : ClassificationMetrics.maximumCalibrationError())
                .withBins(Integer.parseInt(match.group(2)));
        return match.group(3).equals("count") ? metric.withEqualCounts() : metric;
    }

    private static void regression() {
        add(
                RegressionMetrics.MEAN_ABSOLUTE_ERROR,
                RegressionMetrics.MEAN_SQUARED_ERROR,
                RegressionMetrics.ROOT_MEAN_SQUARED_ERROR,
                RegressionMetrics.MEDIAN_ABSOLUTE_ERROR,
                RegressionMetrics.MAXIMUM_ERROR,
                RegressionMetrics.MEAN_ABSOLUTE_PERCENTAGE_ERROR,
                RegressionMetrics.SYMMETRIC_MEAN_ABSOLUTE_PERCENTAGE_ERROR,
                RegressionMetrics.MEAN_SQUARED_LOG_ERROR,
                RegressionMetrics.ROOT_MEAN_SQUARED_LOG_ERROR,
                RegressionMetrics.POISSON_DEVIANCE,
                RegressionMetrics.GAMMA_DEVIANCE,
                RegressionMetrics.R2,
                RegressionMetrics.EXPLAINED_VARIANCE,
                RegressionMetrics.D2_ABSOLUTE_ERROR,
                RegressionMetrics.CONTINUOUS_RANKED_PROBABILITY_SCORE);
        family("pinball loss at 0.1", "pinballlossat" + NUMBER, RegressionMetrics::pinballLoss);
        family("Tweedie deviance of power 1.5", "tweediedevianceofpower" + NUMBER, RegressionMetrics::tweedieDeviance);
        family("D\u00b2 of pinball loss at 0.1", "d2ofpinballlossat" + NUMBER, RegressionMetrics::d2PinballLoss);
        family(
                "D\u00b2 of Tweedie deviance of power 1.5",
                "d2oftweediedevianceofpower" + NUMBER,
                RegressionMetrics::d2TweedieDeviance);
        family(
                "mean absolute scaled error (naive error 2.5)",
                "meanabsolutescalederrornaiveerror" + NUMBER,
                RegressionMetrics::meanAbsoluteScaledError);
        family(
                "coverage of the 0.8 interval",
                "coverageofthe" + NUMBER + "interval",
                RegressionMetrics::intervalCoverage);
        family(
                "coverage error of the 0.8 interval",
                "coverageerrorofthe" + NUMBER + "interval",
                RegressionMetrics::intervalCoverageError);
        family(
                "mean width of the 0.8 interval",
                "meanwidthofthe" + NUMBER + "interval",
                RegressionMetrics::intervalWidth);
        family(
                "Winkler score of the 0.8 interval",
                "winklerscoreofthe" + NUMBER + "interval",
                RegressionMetrics::winklerScore);
    }

    private static void others() {
        add(
                MultiLabelMetrics.SUBSET_ACCURACY,
                MultiLabelMetrics.HAMMING_LOSS,
                MultiLabelMetrics.COVERAGE_ERROR,
                MultiLabelMetrics.RANKING_LOSS,
                MultiLabelMetrics.LABEL_RANKING_AVERAGE_PRECISION);
        addUnder("precision", MultiLabelMetrics.PRECISION);
        addUnder("recall", MultiLabelMetrics.RECALL);
        addUnder("f1", MultiLabelMetrics.F1);
        addUnder("jaccardindex", MultiLabelMetrics.JACCARD);
        family("micro F2", "f" + NUMBER, beta -> MultiLabelMetrics.fBeta(beta));
        add(
                RankingMetrics.NDCG,
                RankingMetrics.DCG,
                RankingMetrics.NDCG.withExponentialGain(),
                RankingMetrics.DCG.withExponentialGain(),
                RankingMetrics.MEAN_RECIPROCAL_RANK,
                RankingMetrics.MEAN_AVERAGE_PRECISION);
        countFamily("NDCG@10", "ndcg@" + COUNT, RankingMetrics.NDCG::at);
        countFamily("DCG@10", "dcg@" + COUNT, RankingMetrics.DCG::at);
        countFamily(
                "NDCG@10 (exponential gain)",
                "ndcg@" + COUNT + "exponentialgain",
                k -> RankingMetrics.NDCG.at(k).withExponentialGain());
        countFamily(
                "DCG@10 (exponential gain)",
                "dcg@" + COUNT + "exponentialgain",
                k -> RankingMetrics.DCG.at(k).withExponentialGain());
        countFamily("hit rate@10", "hitrate@" + COUNT, RankingMetrics::hitRateAt);
        countFamily("precision@10", "precision@" + COUNT, RankingMetrics::precisionAt);
        countFamily("recall@10", "recall@" + COUNT, RankingMetrics::recallAt);
        add(
                ClusteringMetrics.ADJUSTED_RAND_INDEX,
                ClusteringMetrics.RAND_INDEX,
                ClusteringMetrics.FOWLKES_MALLOWS_INDEX,
                ClusteringMetrics.MUTUAL_INFORMATION,
                ClusteringMetrics.NORMALISED_MUTUAL_INFORMATION,
                ClusteringMetrics.ADJUSTED_MUTUAL_INFORMATION,
                ClusteringMetrics.HOMOGENEITY,
                ClusteringMetrics.COMPLETENESS,
                ClusteringMetrics.V_MEASURE,
                ClusteringMetrics.PURITY,
                ClusteringMetrics.SILHOUETTE,
                ClusteringMetrics.DAVIES_BOULDIN_INDEX,
                ClusteringMetrics.CALINSKI_HARABASZ_INDEX);
    }

    /** The field's short names, and other words for the same. */
    private static Map<String, String> abbreviations() {
        Map<String, String> names = new LinkedHashMap<>();
        String[][] pairs = {
            {"auc", "rocauc"},
            {"rocaucscore", "rocauc"},
            {"ap", "averageprecision"},
            {"prauc", "averageprecision"},
            {"ks", "kolmogorovsmirnovstatistic"},
            {"mcc", "matthewscorrelation"},
            {"matthews", "matthewscorrelation"},
            {"kappa", "cohenskappa"},
            {"brier", "brierscore"},
            {"jaccard", "jaccardindex"},
            {"sensitivity", "recall"},
            {"truepositiverate", "recall"},
            {"tpr", "recall"},
            {"fpr", "falsepositiverate"},
            {"fnr", "falsenegativerate"},
            {"npv", "negativepredictivevalue"},
            {"ece", "expectedcalibrationerror"},
            {"mce", "maximumcalibrationerror"},
            {"mae", "meanabsoluteerror"},
            {"mse", "meansquarederror"},
            {"rmse", "rootmeansquarederror"},
            {"medae", "medianabsoluteerror"},
            {"maxerror", "maximumerror"},
            {"mape", "meanabsolutepercentageerror"},
            {"smape", "symmetricmeanabsolutepercentageerror"},
            {"msle", "meansquaredlogerror"},
            {"rmsle", "rootmeansquaredlogerror"},
            {"rsquared", "r2"},
            {"crps", "continuousrankedprobabilityscore"},
            {"mrr", "meanreciprocalrank"},
            {"map", "meanaverageprecision"},
            {"lrap", "labelrankingaverageprecision"},
            {"ari", "adjustedrandindex"},
            {"nmi", "normalisedmutualinformation"},
            {"normalizedmutualinformation", "normalisedmutualinformation"},
            {"ami", "adjustedmutualinformation"}
        };
        Arrays.stream(pairs).forEach(pair -> names.put(pair[0], pair[1]));
        return names;
    }

    private static void add(Metric... metrics) {
        Arrays.stream(metrics).forEach(metric -> addUnder(MetricNames.key(metric.name()), metric));
    }

    private static void addUnder(String key, Metric metric) {
        List<Metric> all = new ArrayList<>(FIXED.getOrDefault(key, List.of()));
        all.add(metric);
        FIXED.put(key, List.copyOf(all));
    }

    private static void family(String example, String key, DoubleFunction<Metric> metric) {
        FAMILIES.add(
                new Family(example, Pattern.compile(key), match -> metric.apply(Double.parseDouble(match.group(1)))));
    }

    private static void countFamily(String example, String key, IntFunction<Metric> metric) {
        FAMILIES.add(
                new Family(example, Pattern.compile(key), match -> metric.apply(Integer.parseInt(match.group(1)))));
    }

    static List<String> names() {
        return Stream.concat(
                        FIXED.values().stream().flatMap(List::stream).map(Metric::name),
                        FAMILIES.stream().map(Family::example))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    static Metric find(String name) {
        List<Metric> found = all(name.strip());
        if (found.isEmpty()) {
            List<String> proposals = MetricNames.closest(name, names());
            throw new IllegalArgumentException("there is no metric \"" + name + "\"; "
                    + (proposals.isEmpty()
                            ? "Metrics.names() lists those that there are"
                            : "did you mean \"" + String.join("\" or \"", proposals) + "\"?"));
        }
        return found.size() == 1 ? found.get(0) : new HomonymousMetric(found.get(0), found.get(1));
    }

    private static List<Metric> all(String name) {
        String averaged = " (averaged over folds)";
        if (name.endsWith(averaged)) {
            return all(name.substring(0, name.length() - averaged.length())).stream()
                    .map(Metric::averagedOverFolds)
                    .toList();
        }
        for (ZeroDivision policy : ZeroDivision.values()) {
            String suffix = policy.suffix();
            if (!suffix.isEmpty() && name.endsWith(suffix)) {
                return all(name.substring(0, name.length() - suffix.length())).stream()
                        .flatMap(metric -> MetricVariants.withZeroDivision(metric, policy).stream())
                        .toList();
            }
        }
        List<Metric> whole = base(name);
        return whole.isEmpty() ? variants(name) : whole;
    }

    private static List<Metric> variants(String name) {
        Matcher ofLabel = OF_LABEL.matcher(name);
        if (ofLabel.matches()) {
            String label = Optional.ofNullable(ofLabel.group(2)).orElseGet(() -> ofLabel.group(3));
            String rest =
                    ofLabel.group(1) + Optional.ofNullable(ofLabel.group(4)).orElse("");
            return base(rest).stream()
                    .flatMap(metric -> MetricVariants.ofLabel(metric, label).stream())
                    .toList();
        }
        return Stream.of(MetricVariants.Average.values())
                .filter(average -> average.fits(name))
                .flatMap(average -> base(average.metricOf(name)).stream()
                        .flatMap(metric -> MetricVariants.averaged(metric, average).stream()))
                .toList();
    }

    /** Finds metrics without label or average. */
    private static List<Metric> base(String name) {
        String key = MetricNames.key(name);
        String known = ABBREVIATIONS.getOrDefault(key, key);
        List<Metric> fixed = FIXED.getOrDefault(known, List.of());
        if (!fixed.isEmpty()) {
            return fixed;
        }
        return List.copyOf(new LinkedHashSet<>(FAMILIES.stream()
                .flatMap(family -> Optional.of(family.key.matcher(known)).filter(Matcher::matches).stream()
                        .map(match -> family.metric.apply(match.toMatchResult())))
                .toList()));
    }
}
