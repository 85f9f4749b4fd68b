package dev.assay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Judgement;
import dev.assay.metric.RegressionMetrics;
import dev.assay.testing.Script;
import dev.assay.verdict.Criteria;
import dev.assay.verdict.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole text of small results, which must not change without a new version of the form. */
class ResultJsonTest {

    @TempDir
    Path folder;

    private String written(Evaluation evaluation, Map<String, List<Judgement>> judgements) throws IOException {
        ResultFiles files = ResultFiles.in(folder);
        files.write("PricesTest", evaluation, judgements, true);
        return Files.readString(files.file("PricesTest", evaluation.candidate()))
                .replace(evaluation.versions().get("assay"), "ASSAY")
                .replace(evaluation.versions().get("java"), "JAVA")
                .replaceAll("(\"digest\" : )\"[0-9a-f]{32}\"", "$1\"DIGEST\"")
                // seven levels each, of which IntervalsTest tells
                .replaceAll("(?s)(\"bounds\" : \\[ )\\{.*?( \\])", "$1BOUNDS$2");
    }

    @Test
    void of_numbers_and_one_fitted_model() throws IOException {
        Evaluation evaluation = Script.numbers(List.of(1.0, 2.0), 2, 2.5).fitted();
        Judgement judgement = Judge.judge(evaluation, Criteria.atMost(RegressionMetrics.MEAN_ABSOLUTE_ERROR, 1))
                .judgement();

        assertThat(written(evaluation, Map.of("isGood()", List.of(judgement)))).isEqualTo("""
                        {
                          "schema" : "assay-result/1",
                          "testClass" : "PricesTest",
                          "candidate" : "forest",
                          "data" : {
                            "name" : "prices",
                            "examples" : 2,
                            "fingerprint" : "FINGERPRINT",
                            "task" : "REGRESSION",
                            "labels" : null,
                            "positive" : null
                          },
                          "resampling" : {
                            "description" : "one fitted model on 2 test examples",
                            "seed" : null,
                            "repeats" : 1,
                            "ofProcedure" : false,
                            "digest" : "DIGEST"
                          },
                          "versions" : {
                            "assay" : "ASSAY",
                            "java" : "JAVA"
                          },
                          "metrics" : [ {
                            "name" : "root mean squared error",
                            "higherIsBetter" : false,
                            "value" : 0.7905694150420949,
                            "undefined" : null,
                            "foldsUsed" : 1,
                            "repeats" : [ 0.7905694150420949 ],
                            "folds" : [ 0.7905694150420949 ],
                            "interval" : {
                              "unknown" : null,
                              "question" : "this fitted model",
                              "method" : "by BCa bootstrap of 2 rows, 2,000 replicates",
                              "lower" : 0.5,
                              "upper" : 1.0,
                              "bounds" : [ BOUNDS ]
                            }
                          }, {
                            "name" : "mean absolute error",
                            "higherIsBetter" : false,
                            "value" : 0.75,
                            "undefined" : null,
                            "foldsUsed" : 1,
                            "repeats" : [ 0.75 ],
                            "folds" : [ 0.75 ],
                            "interval" : {
                              "unknown" : null,
                              "question" : "this fitted model",
                              "method" : "by BCa bootstrap of 2 rows, 2,000 replicates",
                              "lower" : 0.5,
                              "upper" : 1.0,
                              "bounds" : [ BOUNDS ]
                            }
                          }, {
                            "name" : "R²",
                            "higherIsBetter" : true,
                            "value" : -1.5,
                            "undefined" : null,
                            "foldsUsed" : 1,
                            "repeats" : [ -1.5 ],
                            "folds" : [ -1.5 ],
                            "interval" : {
                              "unknown" : null,
                              "question" : "this fitted model",
                              "method" : "by BCa bootstrap of 2 rows, 2,000 replicates",
                              "lower" : null,
                              "upper" : 0.0,
                              "bounds" : [ BOUNDS ]
                            }
                          } ],
                          "confusion" : null,
                          "plots" : {
                            "curves" : [ ],
                            "reliability" : null,
                            "scores" : [ ],
                            "fit" : {
                              "examples" : 2,
                              "truth" : [ 1.0, 2.0 ],
                              "predicted" : [ 2.0, 2.5 ]
                            },
                            "slices" : [ ],
                            "worst" : [ {
                              "id" : "0",
                              "truth" : "1.0",
                              "predicted" : "2.0",
                              "score" : null,
                              "trueScore" : null,
                              "place" : "repeat 1, fold 1"
                            }, {
                              "id" : "1",
                              "truth" : "2.0",
                              "predicted" : "2.5",
                              "score" : null,
                              "trueScore" : null,
                              "place" : "repeat 1, fold 1"
                            } ]
                          },
                          "judgements" : [ {
                            "check" : "isGood()",
                            "criterion" : "mean absolute error to be at most 1.0000",
                            "outcome" : "MET",
                            "metric" : "mean absolute error",
                            "value" : 0.75,
                            "threshold" : 1.0,
                            "confidence" : null,
                            "finding" : "value 0.7500",
                            "bound" : null,
                            "pValue" : null,
                            "falsePass" : null,
                            "redAgain" : 0.0,
                            "tolerated" : false,
                            "message" : null,
                            "remark" : null
                          } ],
                          "remarks" : [ ],
                          "findings" : [ ],
                          "folds" : [ {
                            "repeat" : 0,
                            "fold" : 0,
                            "trainSize" : 0,
                            "testSize" : 2,
                            "chosen" : null,
                            "predictions" : [ {
                              "row" : 0,
                              "id" : "0",
                              "truth" : 1.0,
                              "predicted" : 2.0,
                              "scores" : null
                            }, {
                              "row" : 1,
                              "id" : "1",
                              "truth" : 2.0,
                              "predicted" : 2.5,
                              "scores" : null
                            } ]
                          } ]
                        }
                        """.replace(
                        "FINGERPRINT", evaluation.fingerprint().orElseThrow().value()));
    }

    @Test
    void of_labels_and_cross_validation() throws IOException {
        Script script = Script.probabilities(List.of("malignant", "benign", "benign"), 0.75, 0.5, 0.25);
        Evaluation evaluation = script.crossValidated(3);

        assertThat(written(evaluation, Map.of()))
                .contains("""
                          "data" : {
                            "name" : "tumours",
                            "examples" : 3,
                            "fingerprint" : "%s",
                            "task" : "CLASSIFICATION",
                            "labels" : [ "benign", "malignant" ],
                            "positive" : "malignant"
                          },
                          "resampling" : {
                            "description" : "3-fold cross-validation",
                            "seed" : 42,
                            "repeats" : 1,
                            "ofProcedure" : true,
                            "digest" : "DIGEST"
                          },
                        """.indent(0).formatted(evaluation.fingerprint().orElseThrow()), """
                            "name" : "ROC AUC of \\"malignant\\"",
                            "higherIsBetter" : true,
                            "value" : null,
                            "undefined" : "every example is \\"malignant\\"",
                            "foldsUsed" : 0,
                            "repeats" : [ null ],
                            "folds" : [ null, null, null ],
                            "interval" : {
                              "unknown" : "the metric is undefined",
                              "question" : null,
                              "method" : null,
                              "lower" : null,
                              "upper" : null,
                              "bounds" : [ ]
                            }
                        """, """
                          "confusion" : {
                            "labels" : [ "benign", "malignant" ],
                            "counts" : [ [ 2.0, 0.0 ], [ 0.0, 1.0 ] ]
                          },
                          "plots" : {
                            "curves" : [ ],
                            "reliability" : {
                              "of" : "\\"malignant\\"",
                              "expectedError" : 0.333333,
                        """, """
                            "scores" : [ {
                              "label" : "malignant",
                              "from" : 0.0,
                              "to" : 1.0,
                              "have" : [ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 ],
                              "others" : [ 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0 ]
                            } ],
                            "fit" : null,
                            "slices" : [ ],
                            "worst" : [ ]
                          },
                          "judgements" : [ ],
                          "remarks" : [ "repeat 1, fold 1: no training example is \\"malignant\\", but 1 tested one is" ],
                          "findings" : [ ],
                          "folds" : [ {
                            "repeat" : 0,
                            "fold" : 0,
                            "trainSize" : 2,
                            "testSize" : 1,
                            "chosen" : null,
                            "predictions" : [ {
                              "row" : 0,
                              "id" : "0",
                              "truth" : "malignant",
                              "predicted" : "malignant",
                              "scores" : [ 0.25, 0.75 ]
                            } ]
                          }, {
                        """);
    }
}
