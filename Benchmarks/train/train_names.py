"""Trains which words are names of models, and whose:  train_names.py PROGRAM CORPUS-FOLDER WEIGHTS-FILE [--cv]

PROGRAM is the built product TrainingData, CORPUS-FOLDER holds annotated articles. The rows come from articles whose models are withheld
from the catalogue. With --cv both tasks are also scored by cross-validation over articles. Needs lightgbm and numpy (PyPI).
"""
import pathlib, subprocess, sys, tempfile
import lightgbm as lgb
import numpy as np
from train import annotated, load, write

PARAMETERS = dict(
    objective="binary", learning_rate=0.06, num_leaves=12, min_data_in_leaf=10, feature_fraction=0.4, bagging_fraction=0.8,
    bagging_freq=1, lambda_l2=2.0, max_bin=63, seed=7, num_threads=2, deterministic=True, force_row_wise=True, verbosity=-1)
ROUNDS = {"name": 150, "name.owner": 120}
FOLDS = 5


def train(task, x, y):
    return lgb.train(PARAMETERS, lgb.Dataset(x, y), ROUNDS[task])


def cross_validated(task, articles, x, y):
    names = sorted(set(articles))
    folds = np.array([{n: i % FOLDS for i, n in enumerate(names)}[a] for a in articles])
    p = np.zeros(len(y))
    for f in range(FOLDS):
        p[folds == f] = train(task, x[folds != f], y[folds != f]).predict(x[folds == f])
    return p


def report(task, groups, y, p):
    if task == "name":
        for least in (0.4, 0.5, 0.6, 0.7, 0.8):
            hit = p >= least
            right = (hit & (y == 1)).sum()
            print(f"name at {least}: precision {right / hit.sum():.3f} recall {right / y.sum():.3f} of {y.sum()} in {len(y)}")
        return
    rows = [np.where(groups == g)[0] for g in np.unique(groups)]
    right = sum(y[r[p[r].argmax()]] for r in rows)
    possible = sum(y[r].any() for r in rows)
    print(f"name.owner: right {right / len(rows):.3f} (possible {possible / len(rows):.3f}) of {len(rows)}")


def main():
    program, corpus, weights = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([program, "names", scratch, *map(str, annotated(corpus))], check=True)
        with open(weights, "w", encoding="utf-8") as out:
            for task in ROUNDS:
                articles, groups, y, x = load(pathlib.Path(scratch) / f"{task}.rows")
                if "--cv" in sys.argv:
                    report(task, groups, y, cross_validated(task, articles, x, y))
                write(out, task, train(task, x, y))


if __name__ == "__main__":
    main()
