"""Cross-validates a random forest with scikit-learn alone, on folds and seeds that come as JSON on the standard input.

    python3 forest_alone.py <csv> <target>

Prints a JSON array with the predicted labels of each fold.
"""

import json
import sys

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

table = pd.read_csv(sys.argv[1], float_precision="round_trip")
labels = table.pop(sys.argv[2]).to_numpy()
inputs = table.to_numpy()
predicted = []
for fold in json.load(sys.stdin):
    is_test = np.zeros(len(labels), dtype=bool)
    is_test[fold["test"]] = True
    forest = RandomForestClassifier(n_estimators=100, random_state=fold["seed"])
    forest.fit(inputs[~is_test], labels[~is_test])
    predicted.append(forest.predict(inputs[fold["test"]]).tolist())
json.dump(predicted, sys.stdout)
