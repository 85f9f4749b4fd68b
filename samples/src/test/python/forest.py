"""Fits a random forest of scikit-learn to a fold and predicts its test part: Assay's protocol for commands, version 1.

Needs pandas and scikit-learn. Assay runs it as

    python3 forest.py <folder>

where the folder has fold.json, train.csv and test.csv, and predictions.csv is to be written.
"""

import json
import sys
from pathlib import Path

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

folder = Path(sys.argv[-1])
fold = json.loads((folder / "fold.json").read_text(encoding="utf-8"))
if fold["protocol"] != 1:
    sys.exit(f"forest.py knows protocol 1, but this is {fold['protocol']}")
if fold["task"] != "labels":
    sys.exit(f"forest.py predicts labels, but the task is {fold['task']}")


def columns(kind):
    return [feature["name"] for feature in fold["features"] if feature["type"] == kind]


def read(name):
    """Reads cells as Assay wrote them: numbers to the last bit, and no text is taken for a missing one."""
    numbers = columns("number") + ([fold["weight"]] if fold["weight"] else [])
    table = pd.read_csv(folder / name, dtype=str, keep_default_na=False)
    for column in table.columns.intersection(numbers):
        table[column] = [float(cell) if cell else float("nan") for cell in table[column]]
    return table


train, test = read(fold["train"]), read(fold["test"])
model = make_pipeline(
    make_column_transformer(
        (SimpleImputer(strategy="median"), columns("number")),
        (OneHotEncoder(handle_unknown="ignore"), columns("category")),
        *[(TfidfVectorizer(), column) for column in columns("text")],
    ),
    RandomForestClassifier(n_estimators=100, random_state=fold["seed"]),
)
weights = {"randomforestclassifier__sample_weight": train[fold["weight"]]} if fold["weight"] else {}
model.fit(train, train[fold["truth"]], **weights)

scores = pd.DataFrame(0.0, index=test.index, columns=fold["labels"])
scores[model.classes_] = model.predict_proba(test)
scores.add_prefix("score_").to_csv(folder / fold["predictions"], index=False)
