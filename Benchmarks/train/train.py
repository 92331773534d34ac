"""Trains the extractor's decisions:  train.py PROGRAM CORPUS-FOLDER WEIGHTS-FILE [--cv]

PROGRAM is the built product TrainingData, CORPUS-FOLDER holds annotated articles. One boosted-tree model a task; rounds and seed are
fixed, so that the same rows give the same weights. The second look (tasks "….again") and the confidence are trained on what models
say of articles that they had not seen (three folds over articles). With --cv each task is also scored by cross-validation, and PREDICTIONS.jsonl beside the
weights holds the facts of all articles by models that had not seen them. Needs lightgbm and numpy (PyPI).
"""
import json, pathlib, subprocess, sys, tempfile
import lightgbm as lgb
import numpy as np

CLASSES = {"count.kind": 7, "status.value": 4, "status.event": 4, "milestone": 6, "qualifier": 6, "price.sort": 3}
RANKED = ("subject", "when", "market", "measure", "outlet")
ROUNDS = {"subject": 300, "when": 300, "market": 200, "measure": 200, "launch": 140, "count.kind": 120, "entry": 80, "body": 100, "confidence": 160, "name": 150, "name.owner": 120, "name.longer": 200, "name.maker": 150}
# The candidates of a group are rivals: the trees' scores are compared, as `Decisions.ranked` says.
LISTED = (*RANKED, "name.owner")
NAMES = ("name", "name.owner", "name.longer", "name.maker")
AGAIN = ".again"
FOLDS = 6


def load(path):
    articles, groups, labels, rows = [], [], [], []
    for line in open(path, encoding="utf-8"):
        head, group, label, *features = line.split(" ")
        articles.append(head)
        groups.append(int(group))
        labels.append(int(label))
        rows.append(np.array(features, dtype=np.float32))
    return np.array(articles), np.array(groups), np.array(labels), np.stack(rows)


def parameters(task):
    task = task.removesuffix(AGAIN)
    classes = CLASSES.get(task, 1)
    p = dict(
        objective="multiclass" if classes > 1 else "binary", learning_rate=0.08, num_leaves=12, min_data_in_leaf=8,
        feature_fraction=0.35, bagging_fraction=0.8, bagging_freq=1, lambda_l2=3.0, max_bin=63, seed=7, num_threads=2,
        deterministic=True, force_row_wise=True, verbosity=-1)
    if task in RANKED:
        # Whose, when, where and what measure hang on many things at once.
        p.update(learning_rate=0.06, num_leaves=31, min_data_in_leaf=5, bagging_fraction=0.6, lambda_l2=0.0)
    if task in NAMES:
        p.update(learning_rate=0.06, min_data_in_leaf=10, feature_fraction=0.4, lambda_l2=2.0)
    if task == "confidence":
        p.update(num_leaves=10, min_data_in_leaf=20, feature_fraction=0.4, learning_rate=0.05)
    if classes > 1:
        p["num_class"] = classes
        p["num_leaves"] = 8
    return p, ROUNDS.get(task, 70 if classes > 1 else 100)


def fold_of(articles):
    """Each article in one fold, by its place among the sorted names."""
    names = sorted(set(articles))
    return np.array([{n: i % FOLDS for i, n in enumerate(names)}[a] for a in articles])


def listwise(groups, y):
    """Gradients of the cross-entropy of each group's softmax (ListNet, Cao et al. 2007); groups without a right answer teach nothing."""
    starts = np.r_[0, np.flatnonzero(groups[1:] != groups[:-1]) + 1]
    index = np.repeat(np.arange(len(starts)), np.diff(np.r_[starts, len(groups)]))
    right = np.add.reduceat(y.astype(float), starts)
    target = y / np.maximum(right, 1)[index]
    weight = (right > 0)[index].astype(float)

    def objective(scores, _):
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[index])
        share = powers / np.add.reduceat(powers, starts)[index]
        return (share - target) * weight, np.maximum(share * (1 - share), 1e-3) * weight + 1e-6

    return objective


def train(task, groups, x, y):
    p, rounds = parameters(task)
    if task.removesuffix(AGAIN) in LISTED:
        p["objective"] = listwise(groups, y)
    return lgb.train(p, lgb.Dataset(x, y, free_raw_data=False), rounds)


def predict_folds(task, articles, groups, x, y):
    folds = fold_of(articles)
    out = np.zeros((len(y), CLASSES.get(task.removesuffix(AGAIN), 1)))
    for f in range(FOLDS):
        model = train(task, groups[folds != f], x[folds != f], y[folds != f])
        p = model.predict(x[folds == f])
        out[folds == f] = p if p.ndim == 2 else p[:, None]
    return out


def report(name, articles, groups, y, p):
    task = name.removesuffix(AGAIN)
    if task in RANKED or task == "name.owner":
        right = total = possible = 0
        for g in np.unique(groups):
            # A group may hold several rankings one after the other; a new ranking begins where the rows are not adjacent.
            rows = np.where(groups == g)[0]
            total += 1
            possible += y[rows].any()
            right += y[rows[p[rows, 0].argmax()]] == 1
        return f"{name}: right {right}/{total} = {right / total:.3f} (possible {possible / total:.3f})"
    if task in CLASSES:
        return f"{name}: right {(p.argmax(1) == y).mean():.3f} of {len(y)}"
    hit = p[:, 0] >= 0.5
    tp, fp, fn = (hit & (y == 1)).sum(), (hit & (y == 0)).sum(), (~hit & (y == 1)).sum()
    return f"{name}: precision {tp / max(1, tp + fp):.3f} recall {tp / max(1, tp + fn):.3f} of {(y == 1).sum()} in {len(y)}"


def write(out, task, model):
    classes = CLASSES.get(task.removesuffix(AGAIN), 1)
    out.write(f"model {task} {classes}\n")
    for i, tree in enumerate(model.dump_model()["tree_info"]):
        nodes, leaves = [], []

        def walk(node):
            if "leaf_value" in node and "split_feature" not in node:
                leaves.append(node["leaf_value"])
                return -len(leaves)
            at = len(nodes)
            nodes.append(None)
            yes, no = walk(node["left_child"]), walk(node["right_child"])
            nodes[at] = (node["split_feature"], node["threshold"], yes, no)
            return at

        walk(tree["tree_structure"])
        out.write(f"tree {i % classes}\n")
        for feature, threshold, yes, no in nodes:
            # The border beside zero is written as ±1e-35, which four decimals would lose.
            border = threshold if abs(threshold) > 1e-20 else 0.0001 if threshold > 0 else -0.0001
            out.write(f"{feature} {border:.4f} {yes} {no}\n")
        out.write("leaves " + " ".join(f"{v:.5f}" for v in leaves) + "\n")


def rows_of(program, files, folder, again=None):
    """Rows of the first look, or with a weights file `again` of the second."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([program, *(["again", str(again)] if again else []), str(folder), *map(str, files)], check=True)


def tasks_of(folder):
    return {path.stem: load(path) for path in sorted(folder.glob("*.rows"))}


def joined(parts):
    """Rows of several folders as one; groups stay apart."""
    out = {}
    for task in sorted({task for part in parts for task in part}):
        tables, shift = [], 0
        for part in parts:
            if task in part:
                articles, groups, y, x = part[task]
                tables.append((articles, groups + shift, y, x))
                shift += groups.max() + 1
        out[task] = tuple(np.concatenate(columns) for columns in zip(*tables))
    return out


def train_all(tasks, weights, check=False, mode="w"):
    with open(weights, mode, encoding="utf-8") as out:
        for task, (articles, groups, y, x) in tasks.items():
            if check:
                print(report(task, articles, groups, y, predict_folds(task, articles, groups, x, y)), flush=True)
            write(out, task, train(task, groups, x, y))


def calibration(articles, groups, y, x, weights):
    """How often facts are right that were held for likely to be: by cross-validation, as comments behind the weights."""
    p = predict_folds("confidence", articles, groups, x, y)[:, 0]
    with open(weights, "a", encoding="utf-8") as out:
        out.write("# confidence: facts, mean, right\n")
        for low in range(10):
            rows = (p >= low / 10) & (p < (low + 1) / 10 + (low == 9))
            if rows.any():
                out.write(f"# {rows.sum()} {p[rows].mean():.4f} {y[rows].mean():.4f}\n")


def blank(file):
    """An article without what is to be found."""
    return json.dumps({**json.loads(file.read_text(encoding="utf-8")), "language": None, "facts": [], "models": []}, ensure_ascii=False)


def annotated(corpus):
    """The annotated articles below a folder; pages have files of their own sort beside them."""
    return [f for f in sorted(corpus.rglob("*.json")) if "facts" in json.loads(f.read_text(encoding="utf-8"))]


def main():
    program, corpus, weights = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    check = "--cv" in sys.argv
    floor = [sys.argv[sys.argv.index("--floor") + 1]] if "--floor" in sys.argv else []
    files = annotated(corpus)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        folds = [[f for f in files if int("".join(c for c in f.stem if c.isdigit()) or 0) % 3 == k] for k in range(3)]
        models = [scratch / f"fold{k}.txt" for k in range(3)]
        ids = {f: json.loads(f.read_text(encoding="utf-8"))["id"] for f in files}
        rows_of(program, files, scratch / "all")
        first = tasks_of(scratch / "all")

        def part(tasks, kept):
            """The rows of some articles."""
            names = {ids[f] for f in kept}
            cut = {}
            for task, (articles, groups, y, x) in tasks.items():
                rows = np.array([a in names for a in articles])
                cut[task] = (articles[rows], groups[rows], y[rows], x[rows])
            return cut

        # The second look learns from what models say that did not see the article.
        second = []
        for k, fold in enumerate(folds):
            train_all(part(first, [f for f in files if f not in fold]), models[k])
            rows_of(program, fold, scratch / f"again{k}", again=models[k])
            second.append(tasks_of(scratch / f"again{k}"))
        # The confidence learns from facts of articles that neither look has seen.
        for k, fold in enumerate(folds):
            train_all(joined([second[j] for j in range(3) if j != k]), models[k], mode="a")
        with open(scratch / "confidence.rows", "w", encoding="utf-8") as out:
            for k, fold in enumerate(folds):
                subprocess.run([program, "confidence", str(models[k]), *map(str, fold)], check=True, stdout=out)
        confidence = {"confidence": load(scratch / "confidence.rows")}
        train_all(first, weights, check)
        train_all(joined(second), weights, check, mode="a")
        train_all(confidence, weights, check, mode="a")
        calibration(*confidence["confidence"], weights)
        if not check:
            return
        with open(weights.parent / "PREDICTIONS.jsonl", "w", encoding="utf-8") as out:
            for k, fold in enumerate(folds):
                train_all(part(confidence, [f for f in files if f not in fold]), models[k], mode="a")
                feed = "".join(blank(f) + "\n" for f in fold)
                run = subprocess.run([program, "extract", str(models[k]), *floor], input=feed, capture_output=True, text=True, check=True)
                out.write(run.stdout)


if __name__ == "__main__":
    main()
