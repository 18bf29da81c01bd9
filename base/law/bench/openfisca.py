"""The rule of examples/ukur_hukum in OpenFisca and in plain NumPy, on the people the Rust example wrote.

Usage: openfisca.py FILE. Compares every person's answer and prints CPU times (best of several) and ratios.
Only what the peers can do as well is asked of them: the answer, not the deciding part; and the
"not known" cases are tested only where these people have some (the two predicates).
"""

import csv
import pathlib
import sys
import time
import tomllib

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import MONTH
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

TIMES = 15
UNKNOWN = -1_000_000
PERIOD = "2026-04"
LULUS, GAGAL, BELUM_TAHU, TIDAK_BERLAKU = range(4)
COLUMNS = [
    "jenis_asn",
    "golongan",
    "tmt_golongan",
    "pendidikan",
    "predikat_1",
    "predikat_2",
    "hukdis_sampai",
    "ujian_dinas",
]

FOLDER = pathlib.Path(__file__).parent.parent / "examples" / "ukur_hukum"
WORDS = {k: v["nilai"] for k, v in tomllib.loads((FOLDER / "kosakata.toml").read_text())["jenis"].items()}
HARI = int(np.datetime64("2026-04-01").astype(int))
EMPAT_TAHUN_LALU = int(np.datetime64("2022-04-01").astype(int))
PNS = WORDS["jenis_asn"].index("PNS")
BAIK = WORDS["predikat"].index("BAIK")
SUDAH_LULUS = WORDS["hasil_uji"].index("LULUS")
PINDAH = [WORDS["golongan"].index(g) for g in ("II/d", "III/d")]


def ceilings():
    """For each education the grade at which it ends."""
    rows = [r for r in csv.reader((FOLDER / "batas.csv").open()) if not r[0].startswith("#")][1:]
    found = np.zeros(len(WORDS["pendidikan"]), dtype=np.int32)
    for education, grade in rows:
        for one in education.split(";"):
            found[WORDS["pendidikan"].index(one)] = WORDS["golongan"].index(grade)
    return found


BATAS = ceilings()
ORANG = build_entity("orang", "orang", "Orang", is_person=True)


def variable(name, kind, formula=None):
    parts = {"value_type": kind, "entity": ORANG, "definition_period": MONTH, "label": name}
    if formula:
        parts["formula"] = formula
    return type(name, (Variable,), parts)


def one(name, test):
    """A condition on the columns its test names."""
    wanted = test.__code__.co_varnames[: test.__code__.co_argcount]
    return variable(name, bool, lambda p, period: test(*[p(w, period) for w in wanted]))


FAILS = {
    "masa_gagal": lambda tmt_golongan: tmt_golongan > EMPAT_TAHUN_LALU,
    "predikat_1_gagal": lambda predikat_1: (predikat_1 < BAIK) & (predikat_1 != UNKNOWN),
    "predikat_2_gagal": lambda predikat_2: (predikat_2 < BAIK) & (predikat_2 != UNKNOWN),
    "batas_gagal": lambda golongan, pendidikan: golongan >= BATAS[pendidikan],
    "hukdis_gagal": lambda hukdis_sampai: hukdis_sampai > HARI,
    "ujian_gagal": lambda golongan, ujian_dinas: ((golongan == PINDAH[0]) | (golongan == PINDAH[1]))
    & (ujian_dinas != SUDAH_LULUS),
}
OPEN = {
    "predikat_1_belum": lambda predikat_1: predikat_1 == UNKNOWN,
    "predikat_2_belum": lambda predikat_2: predikat_2 == UNKNOWN,
}


def verdict(pns, fails, opens):
    failed = fails[0]
    for more in fails[1:]:
        failed = failed | more
    unknown = opens[0] | opens[1]
    return np.where(pns, np.where(failed, GAGAL, np.where(unknown, BELUM_TAHU, LULUS)), TIDAK_BERLAKU)


def kode(p, period):
    fails = [p(name, period) for name in FAILS]
    opens = [p(name, period) for name in OPEN]
    return verdict(p("jenis_asn", period) == PNS, fails, opens)


def openfisca(columns, count):
    """A run that works the rule out anew on ready columns."""
    system = TaxBenefitSystem([ORANG])
    for name in COLUMNS:
        system.add_variable(variable(name, int))
    for name, test in (FAILS | OPEN).items():
        system.add_variable(one(name, test))
    system.add_variable(variable("kode", int, kode))
    simulation = SimulationBuilder().build_default_simulation(system, count)
    for name, column in columns.items():
        simulation.set_input(name, PERIOD, column)
    made = [*FAILS, *OPEN, "kode"]

    def run():
        for name in made:
            simulation.delete_arrays(name)
        return simulation.calculate("kode", PERIOD)

    return run


def numpy(columns, _count):
    """The same without a rule engine around it."""

    def run():
        of = lambda test: test(*[columns[w] for w in test.__code__.co_varnames[: test.__code__.co_argcount]])
        fails, opens = [of(t) for t in FAILS.values()], [of(t) for t in OPEN.values()]
        return verdict(columns["jenis_asn"] == PNS, fails, opens)

    return run


def best(run):
    times = []
    for _ in range(TIMES):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times) * 1000


def main(path):
    raw = pathlib.Path(path).read_bytes()
    count = len(raw) // (4 * len(COLUMNS) + 1)
    cells = np.frombuffer(raw, dtype="<i4", count=count * len(COLUMNS)).reshape(len(COLUMNS), count)
    columns = {name: np.ascontiguousarray(cells[i]) for i, name in enumerate(COLUMNS)}
    answers = np.frombuffer(raw, dtype=np.uint8, offset=4 * len(COLUMNS) * count)
    ours = float(pathlib.Path(path + ".cpu_ms").read_text())
    print(f"{'this engine, answer and deciding part':<52} {ours:>10.2f} ms CPU")
    for name, peer in (("OpenFisca", openfisca), ("NumPy by hand", numpy)):
        run = peer(columns, count)
        differs = int(np.count_nonzero(run() != answers))
        theirs = best(run)
        print(
            f"{name + ', answer only':<52} {theirs:>10.2f} ms CPU"
            f"   {theirs / ours:.1f} times ours   {differs} of {count} answers differ"
        )
        if differs:
            sys.exit(f"{name} answers {differs} people otherwise.")


if __name__ == "__main__":
    main(sys.argv[1])
