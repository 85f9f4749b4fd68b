package dev.assay.report;

import dev.assay.result.Result;
import dev.assay.result.Result.MetricEntry;
import dev.assay.result.Result.Task;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code model-index} of a model card, by which the Hugging Face Hub lists evaluation results.
 *
 * @see <a href="https://github.com/huggingface/hub-docs/blob/main/modelcard.md?plain=1">its specification</a>
 */
final class FrontMatter {

    private static final int SIGNIFICANT = 6;

    /** How the Hub calls metrics that it knows by another name than we do. */
    private static final Map<String, String> TYPES = Map.of(
            "roc auc", "roc_auc",
            "matthews correlation coefficient", "matthews_correlation",
            "matthews correlation", "matthews_correlation",
            "brier score", "brier_score",
            "mean absolute error", "mae",
            "mean squared error", "mse",
            "root mean squared error", "rmse",
            "r squared", "r_squared",
            "r²", "r_squared");

    private FrontMatter() {}

    static String of(Result result) {
        StringBuilder yaml = new StringBuilder("---\nmodel-index:\n");
        yaml.append("- name: ").append(quoted(result.candidate())).append("\n  results:\n  - task:\n");
        yaml.append("      type: ")
                .append(quoted(taskType(result.data().task())))
                .append('\n');
        yaml.append("      name: ")
                .append(quoted(taskName(result.data().task())))
                .append('\n');
        yaml.append("    dataset:\n");
        yaml.append("      type: ").append(quoted(slug(result.data().name()))).append('\n');
        yaml.append("      name: ").append(quoted(result.data().name())).append('\n');
        yaml.append("      split: ")
                .append(quoted(result.resampling().description()))
                .append('\n');
        String metrics = metrics(result);
        yaml.append(metrics.isEmpty() ? "    metrics: []\n" : "    metrics:\n" + metrics);
        return yaml.append("---\n").toString();
    }

    private static String metrics(Result result) {
        StringBuilder yaml = new StringBuilder();
        for (MetricEntry metric : result.metrics()) {
            if (metric.value() != null && Double.isFinite(metric.value())) {
                yaml.append("    - type: ")
                        .append(quoted(metricType(metric.name())))
                        .append('\n');
                yaml.append("      value: ").append(number(metric.value())).append('\n');
                yaml.append("      name: ").append(quoted(metric.name())).append('\n');
                // true is for evaluations that the Hub itself ran
                yaml.append("      verified: false\n");
            }
        }
        return yaml.toString();
    }

    static String taskType(Task task) {
        return switch (task) {
            case CLASSIFICATION, MULTI_LABEL -> "tabular-classification";
            case REGRESSION -> "tabular-regression";
            case CLUSTERING -> "other";
        };
    }

    static String taskName(Task task) {
        return switch (task) {
            case CLASSIFICATION -> "Classification";
            case MULTI_LABEL -> "Multi-label classification";
            case REGRESSION -> "Regression";
            case CLUSTERING -> "Clustering";
        };
    }

    /** Names the metric as the Hub does if it knows it, after what it is of and how it is averaged are taken away. */
    static String metricType(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll(" of \".*", "").replaceFirst("^(macro|micro|weighted) ", "");
        return TYPES.getOrDefault(plain, slug(plain));
    }

    private static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        return slug.isEmpty() ? "unnamed" : slug;
    }

    private static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(SIGNIFICANT));
        String plain = rounded.stripTrailingZeros().toPlainString();
        return plain.length() <= 20 ? plain : Double.toString(rounded.doubleValue());
    }

    /** Writes text between double quotes, which no text can break out of, and no reader takes for a number or a date. */
    static String quoted(String text) {
        StringBuilder yaml = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                yaml.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                yaml.append("\\n");
            } else if (isPrintable(c)) {
                yaml.appendCodePoint(c);
            } else if (Character.getType(c) == Character.SURROGATE) {
                yaml.append('\uFFFD');
            } else {
                yaml.append(String.format(Locale.ROOT, "\\u%04X", c));
            }
        });
        return yaml.append('"').toString();
    }

    /** Leaves out what YAML has no printable form for, and what it takes for the end of a line. */
    private static boolean isPrintable(int c) {
        boolean control = Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
        boolean none = c == 0xFFFE || c == 0xFFFF || (c >= 0xD800 && c <= 0xDFFF);
        return !control && !none;
    }
}
