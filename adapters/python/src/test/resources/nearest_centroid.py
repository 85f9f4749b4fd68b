"""Predicts the label whose mean is nearest, with nothing but Python's standard library."""

import csv
import json
import math
import os
import sys

folder = sys.argv[-1]


def read(name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


with open(os.path.join(folder, "fold.json"), encoding="utf-8") as file:
    fold = json.load(file)
assert fold["protocol"] == 1 and fold["task"] == "labels"
names = [feature["name"] for feature in fold["features"]]


def numbers(row):
    return [float(row[name]) for name in names]


centroids = {}
train = read(fold["train"])
for label in fold["labels"]:
    rows = [numbers(row) for row in train if row[fold["truth"]] == label]
    centroids[label] = [math.fsum(column) / len(rows) for column in zip(*rows)]

with open(os.path.join(folder, fold["predictions"]), "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["predicted"])
    for row in read(fold["test"]):
        point = numbers(row)
        writer.writerow([min(fold["labels"], key=lambda label: math.dist(point, centroids[label]))])
