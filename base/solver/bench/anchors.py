"""Known solvers on the rounds that examples/ukur wrote, in the same run, beside its figures.

Usage: anchors.py FOLDER. Prints one row per round and solver; fails when an objective differs.
CPU time of one solve, the median of three, or of one where a solve takes long. Building a solver's own
graph is not counted, adding the arcs to OR-tools is.
"""

import csv
import pathlib
import statistics
import sys
import time

import lap
import numpy as np
import scipy.sparse
from ortools.graph.python import linear_sum_assignment, min_cost_flow
from scipy.optimize import linear_sum_assignment as scipy_dense
from scipy.sparse.csgraph import min_weight_full_bipartite_matching as scipy_sparse

RUNS = 3
LONG = 5.0


def sparse(folder):
    """Rows that must all be matched: posts, or people where posts have holders. Who may end alone gets a column of his own."""
    meta = dict(line.split("=", 1) for line in (folder / "instance.txt").read_text().split())
    table = lambda name: np.loadtxt(folder / name, delimiter=",", skiprows=1, dtype=np.int64, ndmin=2)
    edges, posts, people = table("edges.csv"), table("positions.csv"), table("candidates.csv")
    maxscore, post, person = int(meta["maxscore"]), edges[:, 0], edges[:, 1]
    fill, move, home = (maxscore + 1) * (len(posts) + 1), maxscore * 5 // 100, people[person, 5]
    weight = fill * (1 + posts[post, 4]) + edges[:, 2] - move * ((home >= 0) & (home != post))
    if (posts[:, 5] >= 0).any():
        return person, post, weight, len(people), len(posts), np.nonzero(people[:, 5] < 0)[0]
    return post, person, weight, len(posts), len(people), np.arange(len(posts))


def flow_of(folder):
    rows, columns, weight, n, m, alone = sparse(folder)
    sink = n + m
    tails = np.concatenate([rows, alone, n + np.arange(m)]).astype(np.int32)
    heads = np.concatenate([n + columns, np.full(len(alone) + m, sink)]).astype(np.int32)
    costs = np.concatenate([-weight, np.zeros(len(alone) + m, dtype=np.int64)])

    def run():
        flow = min_cost_flow.SimpleMinCostFlow()
        flow.add_arcs_with_capacity_and_unit_cost(tails, heads, np.ones(len(tails), dtype=np.int64), costs)
        flow.set_nodes_supplies(np.arange(n), np.ones(n, dtype=np.int64))
        flow.set_node_supply(sink, -n)
        assert flow.solve() == flow.OPTIMAL
        return -flow.optimal_cost()

    return run


def scipy_of(folder):
    rows, columns, weight, n, m, alone = sparse(folder)
    big = int(weight.max()) + 1
    rows = np.concatenate([rows, alone])
    columns = np.concatenate([columns, m + np.arange(len(alone))])
    weight = np.concatenate([weight, np.zeros(len(alone), dtype=np.int64)])
    shape = (n, m + len(alone))
    costs = scipy.sparse.csr_matrix(((big - weight).astype(np.float64), (rows, columns)), shape=shape)
    worth = scipy.sparse.csr_matrix((weight + 1, (rows, columns)), shape=shape)

    def run():
        chosen = scipy_sparse(costs)
        return int(np.asarray(worth[chosen]).sum()) - n

    return run


def matrix(folder):
    scores = np.fromfile(folder / "matrix.bin", dtype="<i4").astype(np.int64)
    return scores.reshape((int(len(scores) ** 0.5), -1))


def assignment_of(folder):
    scores = matrix(folder)
    n, most = len(scores), int(scores.max())
    tails = np.repeat(np.arange(n, dtype=np.int32), n)
    heads = np.tile(np.arange(n, dtype=np.int32), n)
    costs = (most - scores).ravel()

    def run():
        solver = linear_sum_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(tails, heads, costs)
        assert solver.solve() == solver.OPTIMAL
        return n * most - solver.optimal_cost()

    return run


def lapjvs_of(folder):
    scores = matrix(folder)
    costs = (scores.max() - scores).astype(np.float64)

    def run():
        _, rows, columns = lap.lapjvs(costs)
        return int(scores[rows, columns].sum())

    return run


def scipy_dense_of(folder):
    scores = matrix(folder)
    costs = (-scores).astype(np.float64)
    return lambda: int(scores[scipy_dense(costs)].sum())


SPARSE = {"OR-tools min-cost flow": flow_of, "scipy sparse": scipy_of}
DENSE = {"OR-tools assignment": assignment_of, "lapx lapjvs": lapjvs_of, "scipy dense": scipy_dense_of}


def measured(run):
    times, objectives = [], set()
    while len(times) < RUNS and sum(times) < LONG:
        start = time.process_time()
        objectives.add(run())
        times.append(time.process_time() - start)
    return statistics.median(times), objectives


def main(folder):
    wrong = 0
    print(f"{'round':<18} {'solver':<24} {'CPU ms':>10} {'times ours':>11}  objective")
    for own in csv.DictReader((folder / "ukuran.csv").open()):
        name, ours = own["round"], float(own["solve_us"]) / 1e3
        print(f"{name:<18} {'ours, ' + own['engine']:<24} {ours:>10.2f} {'':>11}  {own['objective']}")
        for solver, prepare in (DENSE if name.startswith("dense:") else SPARSE).items():
            seconds, objectives = measured(prepare(folder / name.replace(":", "-")))
            same = objectives == {int(own["objective"])}
            wrong += not same
            verdict = "the same" if same else f"DIFFERENT: {objectives}"
            print(f"{name:<18} {solver:<24} {seconds * 1e3:>10.2f} {seconds * 1e3 / ours:>10.1f}x  {verdict}", flush=True)
    return f"{wrong} objectives differ" if wrong else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
