"""Trains a random forest on the digits with scikit-learn and exports it to digits-forest.onnx.

    python export_digits_forest.py ../data

The test rows are those of digits-test-rows.csv, which the network of digits-cnn.onnx never saw either. The graph is written
node by node, with onnx alone: each leaf adds its shares of the labels, over the number of trees.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import sklearn
from onnx import TensorProto, helper
from sklearn.ensemble import RandomForestClassifier

HERE = Path(__file__).parent


def main(data):
    with open(data / "digits.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [name for name in rows[0] if name != "digit"]
    inputs = np.array([[float(row[name]) for name in columns] for row in rows])
    targets = np.array([int(row["digit"]) for row in rows])
    with open(HERE / "digits-test-rows.csv", newline="") as file:
        test = [int(row["row"]) for row in csv.DictReader(file)]
    train = np.setdiff1d(np.arange(len(rows)), test)

    forest = RandomForestClassifier(n_estimators=20, max_depth=6, random_state=42)
    forest.fit(inputs[train], targets[train])

    file = HERE / "digits-forest.onnx"
    onnx.save(model_of(forest, len(columns)), file)
    actual = onnxruntime.InferenceSession(file).run(["probabilities"], {"X": inputs[test].astype(np.float32)})[0]
    np.testing.assert_allclose(actual, forest.predict_proba(inputs[test]), atol=1e-5)
    print(f"accuracy on {len(test)} test rows: {forest.score(inputs[test], targets[test]):.4f}; {file.stat().st_size} bytes")


def model_of(forest, width):
    graph = helper.make_graph(
        [node_of(forest)], "digits-forest",
        [helper.make_tensor_value_info("X", TensorProto.FLOAT, ["batch", width])],
        [helper.make_tensor_value_info("label", TensorProto.INT64, ["batch"]),
         helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["batch", len(forest.classes_)])])
    model = helper.make_model(
        graph, producer_name="scikit-learn", producer_version=sklearn.__version__, ir_version=8,
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)])
    helper.set_model_props(model, {"labels": json.dumps([str(label) for label in forest.classes_])})
    return model


def node_of(forest):
    attributes = {name: [] for name in (
        "nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_modes", "nodes_values", "nodes_truenodeids",
        "nodes_falsenodeids", "class_treeids", "class_nodeids", "class_ids", "class_weights")}

    def add(**values):
        for name, value in values.items():
            attributes[name].append(value)

    for number, estimator in enumerate(forest.estimators_):
        tree = estimator.tree_
        for node in range(tree.node_count):
            is_leaf = tree.children_left[node] < 0
            add(nodes_treeids=number, nodes_nodeids=node, nodes_modes="LEAF" if is_leaf else "BRANCH_LEQ",
                nodes_featureids=0 if is_leaf else int(tree.feature[node]),
                # pixels are whole numbers, and thresholds lie between them: floats hold both
                nodes_values=0.0 if is_leaf else float(tree.threshold[node]),
                nodes_truenodeids=0 if is_leaf else int(tree.children_left[node]),
                nodes_falsenodeids=0 if is_leaf else int(tree.children_right[node]))
            if is_leaf:
                shares = tree.value[node][0] / tree.value[node][0].sum() / len(forest.estimators_)
                for label in np.flatnonzero(shares):
                    add(class_treeids=number, class_nodeids=node, class_ids=int(label),
                        class_weights=float(shares[label]))
    return helper.make_node("TreeEnsembleClassifier", ["X"], ["label", "probabilities"], domain="ai.onnx.ml",
                            classlabels_int64s=forest.classes_.tolist(), post_transform="NONE", **attributes)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
