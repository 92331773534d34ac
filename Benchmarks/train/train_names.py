"""Trains which words are names of models, and whose:  train_names.py PROGRAM CORPUS-FOLDER WEIGHTS-FILE [--cv]

PROGRAM is the built product TrainingData, CORPUS-FOLDER holds annotated articles. The rows come from articles whose models are withheld
from the catalogue. With --cv both tasks are also scored by cross-validation over articles. Needs lightgbm and numpy (PyPI).
"""
import pathlib, subprocess, sys, tempfile
from train import NAMES, annotated, load, train_all


def main():
    program, corpus, weights = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([program, "names", scratch, *map(str, annotated(corpus))], check=True)
        train_all({task: load(pathlib.Path(scratch) / f"{task}.rows") for task in NAMES}, weights, "--cv" in sys.argv)


main()
